using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>A provider's configuration as the service sees it: values in, values out.</summary>
/// <param name="config">The configuration.</param>
internal abstract class ConfigurationBinding(RecordShape config)
{
    /// <summary>The configuration.</summary>
    public RecordShape Config { get; } = config;

    /// <summary>Checks a configuration.</summary>
    public abstract Task<CheckAnswer> CheckAsync(CheckQuestion question, CancellationToken cancellationToken);

    /// <summary>Compares two configurations.</summary>
    public abstract ResourceDiff Diff(ObjectValue prior, ObjectValue next);

    /// <summary>Takes a configuration, unless something is wrong with it.</summary>
    /// <returns>What is wrong with it.</returns>
    public abstract Task<CheckAnswer> ConfigureAsync(Urn urn, ObjectValue given, IResourceLog log, CancellationToken cancellationToken);
}
