using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>An input that is wrong.</summary>
/// <param name="Path">Which one.</param>
/// <param name="Reason">What is wrong and what would be right, as a sentence.</param>
public sealed record CheckFailure(PropertyPath Path, string Reason)
{
    /// <summary>Whether the input is required and there is none.</summary>
    internal bool IsMissing { get; init; }

    /// <summary>Whether the value is secret or holds a secret: engines print the value of a property that a failure names.</summary>
    internal bool IsSecret { get; init; }
}
