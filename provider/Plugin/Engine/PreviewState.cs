using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Foretells the state that an operation will yield: only what is sure, unknown everything else.</summary>
/// <param name="state">The state.</param>
internal sealed class PreviewState(RecordDescriptor state)
{
    /// <summary>The state after a creation: inputs as they are, everything else only then.</summary>
    public ObjectValue AfterCreate(ObjectValue inputs) => Foretell(property => inputs[property.Name] ?? UnknownValue.Instance);

    /// <summary>
    /// The state after an update: inputs as they are; stable outputs and those whose input neither is nor was given as they were; everything else only then.
    /// </summary>
    /// <param name="args">The inputs' names.</param>
    /// <param name="prior">The inputs of the last run.</param>
    /// <param name="old">The state that was saved last.</param>
    /// <param name="inputs">The new inputs.</param>
    public ObjectValue AfterUpdate(RecordDescriptor args, ObjectValue prior, ObjectValue old, ObjectValue inputs) => Foretell(property =>
        inputs[property.Name] is { } given ? given
        : property.Attribute.Stable || (args.Find(property.Name) is not null && prior[property.Name] is null) ? old[property.Name]
        : UnknownValue.Instance);

    /// <summary>The foretold state with what the resource's author knows better.</summary>
    public ObjectValue Amend(ObjectValue foretold, IReadOnlyDictionary<PropertyPath, PreviewValue> amendments)
    {
        var properties = new Dictionary<string, PropertyValue>(foretold.Properties, StringComparer.Ordinal);
        foreach (var (path, value) in amendments)
        {
            var property = state.Find(path.TopLevelName)
                ?? throw new InvalidOperationException($"The preview speaks of '{path}', which is no output.");
            if (!path.Parent.IsRoot)
                throw new InvalidOperationException($"The preview speaks of '{path}'; only whole outputs can be foretold.");
            var amended = !value.IsKnown ? UnknownValue.Instance : value.Value is null ? NullValue.Instance : property.Shape.Write(value.Value);
            properties[property.Name] = amended.AsSecret(property.Attribute.Secret || foretold[property.Name] is { IsSecret: true });
        }
        return new ObjectValue(properties);
    }

    private ObjectValue Foretell(Func<PropertyDescriptor, PropertyValue?> value)
    {
        var properties = new Dictionary<string, PropertyValue>(StringComparer.Ordinal);
        foreach (var property in state.Properties)
        {
            if (value(property) is { } foretold)
                properties.Add(property.Name, foretold.AsSecret(property.Attribute.Secret));
        }
        return new ObjectValue(properties);
    }
}
