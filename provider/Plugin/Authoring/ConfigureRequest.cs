using System.Linq.Expressions;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>Brings the provider its configuration.</summary>
/// <typeparam name="TConfig">The configuration.</typeparam>
public sealed record ConfigureRequest<TConfig>
    where TConfig : class
{
    /// <summary>The checked configuration. A key that is not known yet (previews only) has its C# default: ask <see cref="IsKnown"/>.</summary>
    public required TConfig Config { get; init; }

    /// <summary>Where the configuration holds values that are not known yet. None outside previews.</summary>
    public UnknownPaths Unknowns { get; init; } = UnknownPaths.None;

    /// <summary>Where to say things to the user that belong to no resource.</summary>
    public IResourceLog Log { get; init; } = SilentLog.Instance;

    /// <summary>The clock and the timers to use.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whether a key is known, with everything in it.</summary>
    /// <param name="property">The key, as in <c>config => config.SevenApiKey</c>.</param>
    public bool IsKnown(Expression<Func<TConfig, object?>> property) => Unknowns.IsKnown(PropertyPath.Of(property));
}
