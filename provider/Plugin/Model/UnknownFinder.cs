namespace PulumiNumbers.Plugin.Model;

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
        switch (value.Bare)
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
