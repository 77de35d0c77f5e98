using System.Collections.Frozen;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>A provider's configuration as the service sees it: values in, values out.</summary>
/// <param name="config">The configuration.</param>
internal abstract class ConfigurationBinding(RecordDescriptor config)
{
    /// <summary>The configuration.</summary>
    public RecordDescriptor Config { get; } = config;

    /// <summary>Checks a configuration.</summary>
    public abstract Task<InputCheckResponse> CheckAsync(InputCheckRequest question, CancellationToken cancellationToken);

    /// <summary>Compares two configurations.</summary>
    public abstract ResourceDiff Diff(ObjectValue prior, ObjectValue next);

    /// <summary>Takes a configuration, unless something is wrong with it.</summary>
    /// <returns>What is wrong with it.</returns>
    public abstract Task<InputCheckResponse> ConfigureAsync(Urn urn, ObjectValue given, IResourceLog log, CancellationToken cancellationToken);
}

/// <summary>Connects a typed configuration with values, which travel as strings or as the JSON of what is no string.</summary>
internal sealed class ConfigurationBinding<TConfig>(ProviderConfiguration<TConfig> configuration, BindingContext context)
    : ConfigurationBinding(context.Types.Record(typeof(TConfig)))
    where TConfig : class
{
    private readonly InputChecker<TConfig> _checker =
        new(context.Types.Record(typeof(TConfig)), context.Environment) { AcceptsJson = true };

    /// <inheritdoc/>
    public override async Task<InputCheckResponse> CheckAsync(InputCheckRequest question, CancellationToken cancellationToken)
    {
        var own = EngineKeys.Remove(question.Given);
        var answer = await _checker.CheckAsync(question with { Given = own }, configuration.CheckAsync, cancellationToken);
        return answer with { Inputs = EngineKeys.Restore(Express(answer.Inputs, own), question.Given) };
    }

    /// <inheritdoc/>
    public override ResourceDiff Diff(ObjectValue prior, ObjectValue next) =>
        new(Comparison.Compare(Config, Normalize(prior), Normalize(prior), Normalize(next)));

    /// <inheritdoc/>
    public override async Task<InputCheckResponse> ConfigureAsync(
        Urn urn, ObjectValue given, IResourceLog log, CancellationToken cancellationToken)
    {
        var question = new InputCheckRequest(urn, EngineKeys.Remove(given), log);
        var answer = await _checker.CheckAsync(question, configuration.CheckAsync, cancellationToken);
        if (answer.Failures.Count > 0)
            return answer;
        var request = new ConfigureRequest<TConfig>
        {
            Config = (TConfig)Config.ReadProperties(answer.Inputs),
            Unknowns = UnknownFinder.Find(answer.Inputs),
            Record = Config,
            Log = log,
            TimeProvider = context.TimeProvider,
        };
        await configuration.ConfigureAsync(request, cancellationToken);
        return answer;
    }

    /// <summary>Puts values that are no strings as JSON; those that were given as strings stay as they were given.</summary>
    private ObjectValue Express(ObjectValue normal, ObjectValue given)
    {
        var properties = new Dictionary<string, PropertyValue>(normal.Properties.Count, StringComparer.Ordinal);
        foreach (var (name, value) in normal.Properties)
        {
            var isText = value.IsUnknown || Config.Find(name) is { Shape.IsText: true };
            var text = isText ? value : given[name]?.Unwrapped as StringValue ?? new StringValue(JsonValues.Format(value));
            properties.Add(name, text.AsSecret(value.ContainsSecret));
        }
        return new ObjectValue(properties);
    }

    private ObjectValue Normalize(ObjectValue value) =>
        Config.NormalizeProperties(EngineKeys.Remove(value), PropertyPath.Root, new Normalization { AcceptsJson = true });
}

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
