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
