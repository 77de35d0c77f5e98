namespace PulumiNumbers.Plugin.Authoring;

/// <summary>Asks which resources of a type exist and could be imported.</summary>
public sealed record ListRequest
{
    /// <summary>Property values that the listed resources shall have, by wire name. Those a resource does not know are ignored.</summary>
    public IReadOnlyDictionary<string, string> Query { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where to say things to the user.</summary>
    public IResourceLog Log { get; init; } = SilentLog.Instance;

    /// <summary>The clock and the timers to use.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
