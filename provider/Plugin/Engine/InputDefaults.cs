using System.Security.Cryptography;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Fills in what the program left out and only the surroundings can tell: names and environment variables.</summary>
/// <param name="shape">The inputs.</param>
/// <param name="environment">Reads an environment variable.</param>
internal sealed class InputDefaults(RecordDescriptor shape, Func<string, string?> environment)
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

    private PropertyValue? Find(PropertyDescriptor property, ObjectValue prior, NamingRequest naming, Normalization normalization)
    {
        if (property.AutoName is { } rules)
            return prior[property.Name] ?? Generate(property, naming, normalization, rules);
        var text = property.Environment?.Variables.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        if (text is null)
            return null;
        return !property.Shape.IsText && JsonValues.TryParse(text, out var parsed) ? parsed : new StringValue(text);
    }

    private static StringValue? Generate(
        PropertyDescriptor property, NamingRequest naming, Normalization normalization, AutoNameAttribute rules)
    {
        var name = NameGenerator.Generate(rules, naming, out var problem);
        if (problem is not null)
            normalization.Fail(PropertyPath.Root.Key(property.Name), problem);
        return name is null ? null : new StringValue(name);
    }
}

/// <summary>Generates names from the names of resources.</summary>
internal static class NameGenerator
{
    /// <summary>A name by the user's wish and the property's rules.</summary>
    /// <param name="rules">The property's rules.</param>
    /// <param name="request">The user's wish.</param>
    /// <param name="problem">Why there is no name; null where there is one.</param>
    public static string? Generate(AutoNameAttribute rules, NamingRequest request, out string? problem)
    {
        problem = null;
        if (request.Mode is NamingMode.Disable)
        {
            problem = "A name is required: automatic naming is disabled for this resource.";
            return null;
        }
        if (request.ProposedName.Length == 0)
            return Randomized(rules, request);
        if (request.ProposedName.Length <= rules.MaxLength)
            return request.ProposedName;
        if (request.Mode is NamingMode.Propose)
            return request.ProposedName[..rules.MaxLength];
        problem = $"Automatic naming demands the name '{request.ProposedName}', which is longer than {rules.MaxLength} characters.";
        return null;
    }

    private static string Randomized(AutoNameAttribute rules, NamingRequest request)
    {
        if (rules.RandomLength == 0)
            return Cut(request.ResourceName, rules.MaxLength);
        var suffix = rules.Separator + RandomDigits(request.Seed, rules.RandomLength);
        return Cut(request.ResourceName, Math.Max(0, rules.MaxLength - suffix.Length)) + suffix;
    }

    private static string RandomDigits(ReadOnlyMemory<byte> seed, int length)
    {
        var bytes = seed.IsEmpty ? RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes) : SHA256.HashData(seed.Span);
        return Convert.ToHexStringLower(bytes)[..Math.Min(length, bytes.Length * 2)];
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
