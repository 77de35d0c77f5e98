namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A call of a function. Arguments are always known: the engine calls only then.</summary>
/// <typeparam name="TArgs">The arguments.</typeparam>
public sealed record InvokeRequest<TArgs>
    where TArgs : class
{
    /// <summary>The checked arguments.</summary>
    public required TArgs Args { get; init; }

    /// <summary>Whether the call is part of a preview.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Where to say things to the user.</summary>
    public IResourceLog Log { get; init; } = SilentLog.Instance;

    /// <summary>The clock and the timers to use.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
