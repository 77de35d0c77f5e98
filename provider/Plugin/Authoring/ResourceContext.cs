namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What every operation on a resource knows about its surroundings.</summary>
public sealed record ResourceContext
{
    /// <summary>The resource's URN. Two runs that mean the same resource use the same one.</summary>
    public required Urn Urn { get; init; }

    /// <summary>The name that the program gave the resource.</summary>
    public string Name => Urn.Name;

    /// <summary>The type token.</summary>
    public string Type => Urn.Type;

    /// <summary>Where to say things to the user.</summary>
    public IResourceLog Log { get; init; } = SilentLog.Instance;

    /// <summary>How long the user lets the operation take; null for no limit. The operation's token is cancelled when it is over.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The clock and the timers to use.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
