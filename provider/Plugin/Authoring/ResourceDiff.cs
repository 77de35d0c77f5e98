using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>All differences between a resource and its new inputs.</summary>
/// <param name="Changes">The differences. None means that nothing is to be done.</param>
public sealed record ResourceDiff(IReadOnlyList<PropertyChange> Changes)
{
    /// <summary>Whether a replacement deletes the old resource first.</summary>
    public bool DeleteBeforeReplace { get; init; }
}

/// <summary>One difference between a resource and its new inputs.</summary>
/// <param name="Path">Which value: <c>numbers[3]</c> is the place in the new inputs, or in the old ones if the value goes.</param>
/// <param name="Kind">What happens to it.</param>
/// <param name="Replaces">Whether it can only happen by replacing the resource.</param>
public sealed record PropertyChange(PropertyPath Path, ChangeKind Kind, bool Replaces = false)
{
    /// <summary>Whether old and new inputs differ, as against the resource having drifted from its old inputs.</summary>
    public bool IsInputChange { get; init; }
}

/// <summary>What happens to the value at a path.</summary>
public enum ChangeKind
{
    /// <summary>There was none, and will be one.</summary>
    Add,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>It becomes another.</summary>
    Update,
}
