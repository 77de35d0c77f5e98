namespace PulumiNumbers.Plugin.Authoring;

/// <summary>All differences between a resource and its new inputs.</summary>
/// <param name="Changes">The differences. None means that nothing is to be done.</param>
public sealed record ResourceDiff(IReadOnlyList<PropertyChange> Changes)
{
    /// <summary>Whether a replacement deletes the old resource first.</summary>
    public bool DeleteBeforeReplace { get; init; }
}
