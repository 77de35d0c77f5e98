using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Connects a typed configuration with values, which travel as strings or as the JSON of what is no string.</summary>
internal sealed class ConfigurationBinding<TConfig>(ProviderConfiguration<TConfig> configuration, BindingContext context)
    : ConfigurationBinding(context.Shapes.Record(typeof(TConfig)))
    where TConfig : class
{
    private readonly InputChecker<TConfig> _checker =
        new(context.Shapes.Record(typeof(TConfig)), context.Environment) { AcceptsJson = true };

    /// <inheritdoc/>
    public override async Task<CheckAnswer> CheckAsync(CheckQuestion question, CancellationToken cancellationToken)
    {
        var own = EngineKeys.Remove(question.Given);
        var answer = await _checker.CheckAsync(question with { Given = own }, configuration.CheckAsync, cancellationToken);
        return answer with { Inputs = EngineKeys.Restore(Express(answer.Inputs, own), question.Given) };
    }

    /// <inheritdoc/>
    public override ResourceDiff Diff(ObjectValue prior, ObjectValue next) =>
        new(Comparison.Compare(Config, Normalize(prior), Normalize(prior), Normalize(next)));

    /// <inheritdoc/>
    public override async Task<CheckAnswer> ConfigureAsync(
        Urn urn, ObjectValue given, IResourceLog log, CancellationToken cancellationToken)
    {
        var question = new CheckQuestion(urn, EngineKeys.Remove(given), log);
        var answer = await _checker.CheckAsync(question, configuration.CheckAsync, cancellationToken);
        if (answer.Failures.Count > 0)
            return answer;
        var request = new ConfigureRequest<TConfig>
        {
            Config = (TConfig)Config.ReadProperties(answer.Inputs),
            Unknowns = UnknownFinder.Find(answer.Inputs),
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
            var text = isText ? value : given[name]?.Bare as StringValue ?? new StringValue(JsonValues.Format(value));
            properties.Add(name, text.AsSecret(value.ContainsSecret));
        }
        return new ObjectValue(properties);
    }

    private ObjectValue Normalize(ObjectValue value) =>
        Config.NormalizeProperties(EngineKeys.Remove(value), PropertyPath.Root, new Normalization { AcceptsJson = true });
}
