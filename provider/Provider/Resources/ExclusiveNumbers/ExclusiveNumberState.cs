using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.ExclusiveNumbers;

/// <summary>An exclusive number as the PBX has it.</summary>
public sealed record ExclusiveNumberState : ExclusiveNumberArgs
{
    /// <summary>When it was created.</summary>
    [Property("When the PBX created it, as an RFC 3339 time in UTC.", Stable = true)]
    public string? CreatedAt { get; init; }
}
