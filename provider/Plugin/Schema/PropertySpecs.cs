using Newtonsoft.Json.Linq;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Schema;

/// <summary>Describes properties.</summary>
/// <param name="types">Describes their types.</param>
internal sealed class PropertySpecs(TypeSpecs types)
{
    /// <summary>Names, sorted.</summary>
    public static JArray Names(IEnumerable<PropertyDescriptor> properties) =>
        new(properties.Select(property => property.Name).Order(StringComparer.Ordinal));

    /// <summary>Whether an output always has a value: its author or its C# type says so, or it is an input that is filled in.</summary>
    public static bool IsAlwaysSet(PropertyDescriptor property) =>
        property.Attribute.AlwaysSet
        || property.AutoName is not null
        || (property.Default is not null && !property.Attribute.CreateOnly)
        || !property.IsNullable;

    /// <summary>Properties that a program gives.</summary>
    public JObject Describe(IReadOnlyCollection<PropertyDescriptor> properties) => Describe(properties, DescribeInput);

    /// <summary>Properties that a program reads: nothing is filled in there, and nothing is replaced.</summary>
    public JObject DescribeOutputs(IReadOnlyCollection<PropertyDescriptor> properties) => Describe(properties, DescribeOutput);

    private static JObject Describe(IReadOnlyCollection<PropertyDescriptor> properties, Func<PropertyDescriptor, JObject> describe) => new(properties
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .Select(property => new JProperty(property.Name, describe(property))));

    private JObject DescribeInput(PropertyDescriptor property)
    {
        var spec = DescribeOutput(property);
        if (property.Default is { } value && !property.Attribute.Secret)
            spec["default"] = Constant(value);
        if (property.Environment is { } environment)
            spec["defaultInfo"] = new JObject { ["environment"] = new JArray(environment.Variables) };
        if (property.Attribute.Replaces)
            spec["willReplaceOnChanges"] = true;
        return spec;
    }

    private JObject DescribeOutput(PropertyDescriptor property)
    {
        var spec = types.Reference(property.Shape);
        spec["description"] = property.Attribute.Description;
        if (property.Attribute.Deprecated is { } deprecated)
            spec["deprecationMessage"] = deprecated;
        if (property.Attribute.Secret)
            spec["secret"] = true;
        return spec;
    }

    private static JToken Constant(PropertyValue value) => value switch
    {
        BoolValue flag => flag.Value,
        NumberValue number => JToken.Parse(JsonValues.Format(number)),
        StringValue text => text.Value,
        _ => throw new NotSupportedException("Only booleans, numbers and strings can be defaults."),
    };
}
