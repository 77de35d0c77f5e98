using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Fills in what the program left out and only the surroundings can tell: names and environment variables.</summary>
/// <param name="shape">The inputs.</param>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class InputDefaults(RecordShape shape, Func<string, string?> environment)
{
    /// <summary>The inputs with what could be filled in. Constant defaults come with the normal form.</summary>
    /// <param name="given">What the program gave.</param>
    /// <param name="prior">The inputs of the last run; a generated name is taken from there.</param>
    /// <param name="naming">How to generate names.</param>
    /// <param name="normalization">Takes what is wrong.</param>
    public ObjectValue Complete(ObjectValue given, ObjectValue prior, NamingRequest naming, Normalization normalization)
    {
        Dictionary<string, PropertyValue>? completed = null;
        foreach (var property in shape.Properties.Where(property => given[property.Name] is null))
        {
            if (Find(property, prior, naming, normalization) is not { } value)
                continue;
            completed ??= new Dictionary<string, PropertyValue>(given.Properties, StringComparer.Ordinal);
            completed[property.Name] = value;
        }
        return completed is null ? given : new ObjectValue(completed);
    }

    private PropertyValue? Find(PropertyShape property, ObjectValue prior, NamingRequest naming, Normalization normalization)
    {
        if (property.AutoName is { } rules)
            return prior[property.Name] ?? Generate(property, naming, normalization, rules);
        var text = property.Environment?.Variables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (text is null)
            return null;
        return !property.Shape.IsText && JsonValues.TryParse(text, out var parsed) ? parsed : new StringValue(text);
    }

    private static StringValue? Generate(
        PropertyShape property, NamingRequest naming, Normalization normalization, AutoNameAttribute rules)
    {
        var name = NameGenerator.Generate(rules, naming, out var problem);
        if (problem is not null)
            normalization.Fail(PropertyPath.Root.Key(property.Name), problem);
        return name is null ? null : new StringValue(name);
    }
}
