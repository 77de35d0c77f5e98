using Newtonsoft.Json.Linq;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Schema;

/// <summary>Describes types, and remembers those that need a description of their own.</summary>
/// <param name="package">The package's name.</param>
internal sealed class TypeSpecs(string package)
{
    private const string ResultSuffix = "Result";

    private readonly Dictionary<string, TypeDescriptor> _named = new(StringComparer.Ordinal);

    /// <summary>How a property refers to the type of its values.</summary>
    /// <exception cref="NotSupportedException">The type has no place in a schema.</exception>
    public JObject Reference(TypeDescriptor shape) => shape switch
    {
        BooleanDescriptor => new JObject { ["type"] = "boolean" },
        NumberDescriptor { IsInteger: true } => new JObject { ["type"] = "integer" },
        NumberDescriptor => new JObject { ["type"] = "number" },
        EnumDescriptor named => Reference(named, named.Name),
        RecordDescriptor named => Reference(named, named.Name),
        CollectionDescriptor collection => new JObject { ["type"] = "array", ["items"] = Reference(collection.Element) },
        MapDescriptor map => new JObject { ["type"] = "object", ["additionalProperties"] = Reference(map.Element) },
        { IsText: true } => new JObject { ["type"] = "string" },
        _ => throw new NotSupportedException($"{shape.GetType().Name} has no place in a schema."),
    };

    /// <summary>All types that were referred to, and those that they refer to in turn.</summary>
    public JObject DescribeAll(PropertySpecs properties)
    {
        var described = new SortedDictionary<string, JObject>(StringComparer.Ordinal);
        while (_named.FirstOrDefault(type => !described.ContainsKey(type.Key)) is { Key: { } token } next)
            described.Add(token, next.Value is EnumDescriptor choice ? Describe(choice) : Describe((RecordDescriptor)next.Value, properties));
        return new JObject(described.Select(type => new JProperty(type.Key, type.Value)));
    }

    private JObject Reference(TypeDescriptor shape, string name)
    {
        var token = $"{package}:index:{NameOf(name)}";
        if (_named.TryGetValue(token, out var other) && !ReferenceEquals(other, shape))
            throw new NotSupportedException($"Two types are called {name}; the schema needs different names.");
        _named[token] = shape;
        return new JObject { ["$ref"] = $"#/types/{token}" };
    }

    /// <summary>SDK generators append <c>Result</c> to the types of functions' answers by themselves.</summary>
    private static string NameOf(string name) =>
        name.EndsWith(ResultSuffix, StringComparison.Ordinal) ? name[..^ResultSuffix.Length] : name;

    private static JObject Describe(EnumDescriptor choice)
    {
        var spec = new JObject();
        AddDescription(spec, choice.Description);
        spec["type"] = "string";
        spec["enum"] = new JArray(choice.Members.Select(member =>
        {
            var value = new JObject { ["name"] = member.Name };
            AddDescription(value, member.Description);
            value["value"] = member.WireName;
            return value;
        }));
        return spec;
    }

    private static JObject Describe(RecordDescriptor record, PropertySpecs properties)
    {
        var spec = new JObject();
        AddDescription(spec, record.Description);
        spec["properties"] = properties.Describe(record.Properties);
        spec["type"] = "object";
        spec["required"] = PropertySpecs.Names(record.Properties.Where(property => property.IsRequired));
        return spec;
    }

    private static void AddDescription(JObject spec, string? description)
    {
        if (description is { Length: > 0 })
            spec["description"] = description;
    }
}
