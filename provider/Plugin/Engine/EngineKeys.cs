using System.Collections.Frozen;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>The keys of a provider resource that are the engine's own business and no configuration.</summary>
internal static class EngineKeys
{
    private static readonly FrozenSet<string> Names =
        new[] { "version", "pluginDownloadURL", "pluginChecksums", "parameterization" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The configuration without the engine's keys.</summary>
    public static ObjectValue Remove(ObjectValue given) => given.Properties.Keys.Any(IsEngines)
        ? new ObjectValue(given.Properties.Where(key => !IsEngines(key.Key)).ToDictionary(StringComparer.Ordinal))
        : given;

    /// <summary>The configuration with the engine's keys as they came.</summary>
    public static ObjectValue Restore(ObjectValue configuration, ObjectValue given) => given.Properties.Keys.Any(IsEngines)
        ? new ObjectValue(configuration.Properties.Concat(given.Properties.Where(key => IsEngines(key.Key))).ToDictionary(StringComparer.Ordinal))
        : configuration;

    private static bool IsEngines(string name) => name.StartsWith("__", StringComparison.Ordinal) || Names.Contains(name);
}
