using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Functions.ExclusiveNumbers;

/// <summary>Which exclusive numbers to list.</summary>
public sealed record GetExclusiveNumbersArgs
{
    /// <summary>How the numbers begin.</summary>
    [Property("Lists only numbers that begin with this.")]
    public string? Prefix { get; init; }

    /// <summary>Whether they are enabled.</summary>
    [Property("Lists only numbers that are enabled, or only those that are not.")]
    public bool? Enabled { get; init; }
}
