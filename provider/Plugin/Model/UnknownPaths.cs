namespace PulumiNumbers.Plugin.Model;

/// <summary>Where, within inputs, values are not known yet.</summary>
/// <param name="Paths">The path of each unknown value.</param>
public sealed record UnknownPaths(IReadOnlyList<PropertyPath> Paths)
{
    /// <summary>Everything is known.</summary>
    public static UnknownPaths None { get; } = new([]);

    /// <summary>Whether everything is known.</summary>
    public bool IsEmpty => Paths.Count == 0;

    /// <summary>Whether the value at a path is known, with everything in it.</summary>
    public bool IsKnown(PropertyPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return !Paths.Any(unknown => path.Contains(unknown) || unknown.Contains(path));
    }
}

/// <summary>Finds the values that are not known yet.</summary>
internal static class UnknownFinder
{
    /// <summary>The paths of all unknown values within properties.</summary>
    public static UnknownPaths Find(ObjectValue properties)
    {
        List<PropertyPath>? found = null;
        Walk(properties, PropertyPath.Root, ref found);
        return found is null ? UnknownPaths.None : new UnknownPaths(found);
    }

    private static void Walk(PropertyValue value, PropertyPath path, ref List<PropertyPath>? found)
    {
        switch (value.Unwrapped)
        {
            case UnknownValue:
                (found ??= []).Add(path);
                break;
            case ObjectValue members:
                foreach (var (name, member) in members.Properties)
                    Walk(member, path.Key(name), ref found);
                break;
            case ArrayValue array:
                for (var i = 0; i < array.Elements.Count; i++)
                    Walk(array.Elements[i], path.Index(i), ref found);
                break;
        }
    }
}
