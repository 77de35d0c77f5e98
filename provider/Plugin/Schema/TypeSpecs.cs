using System.ComponentModel;
using System.Reflection;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Schema;

/// <summary>Describes types, and remembers those that need a description of their own.</summary>
/// <param name="package">The package's name.</param>
internal sealed class TypeSpecs(string package)
{
    private const string ResultSuffix = "Result";

    private readonly Dictionary<string, Shape> _named = new(StringComparer.Ordinal);

    /// <summary>How a property refers to the type of its values.</summary>
    /// <exception cref="NotSupportedException">The type has no place in a schema.</exception>
    public JObject Reference(Shape shape) => shape switch
    {
        BoolShape => new JObject { ["type"] = "boolean" },
        NumberShape { IsInteger: true } => new JObject { ["type"] = "integer" },
        NumberShape => new JObject { ["type"] = "number" },
        EnumShape named => Name(named, named.Type),
        RecordShape named => Name(named, named.Type),
        CollectionShape collection => new JObject { ["type"] = "array", ["items"] = Reference(collection.Element) },
        MapShape map => new JObject { ["type"] = "object", ["additionalProperties"] = Reference(map.Element) },
        { IsText: true } => new JObject { ["type"] = "string" },
        _ => throw new NotSupportedException($"{shape.GetType().Name} has no place in a schema."),
    };

    /// <summary>All types that were referred to, and those that they refer to in turn.</summary>
    public JObject DescribeAll(PropertySpecs properties)
    {
        var described = new SortedDictionary<string, JObject>(StringComparer.Ordinal);
        while (_named.FirstOrDefault(type => !described.ContainsKey(type.Key)) is { Key: { } token } next)
            described.Add(token, next.Value is EnumShape choice ? Describe(choice) : Describe((RecordShape)next.Value, properties));
        return new JObject(described.Select(type => new JProperty(type.Key, type.Value)));
    }

    private JObject Name(Shape shape, Type type)
    {
        var token = $"{package}:index:{NameOf(type)}";
        if (_named.TryGetValue(token, out var other) && !ReferenceEquals(other, shape))
            throw new NotSupportedException($"Two types are called {type.Name}; the schema needs different names.");
        _named[token] = shape;
        return new JObject { ["$ref"] = $"#/types/{token}" };
    }

    /// <summary>SDK generators append <c>Result</c> to the types of functions' answers by themselves.</summary>
    private static string NameOf(Type type) =>
        type.Name.EndsWith(ResultSuffix, StringComparison.Ordinal) ? type.Name[..^ResultSuffix.Length] : type.Name;

    private static JObject Describe(EnumShape choice)
    {
        var spec = new JObject();
        AddDescription(spec, choice.Type);
        spec["type"] = "string";
        spec["enum"] = new JArray(choice.Members.Select(member =>
        {
            var value = new JObject { ["name"] = member.Name };
            AddDescription(value, member);
            value["value"] = EnumShape.NameOf(member);
            return value;
        }));
        return spec;
    }

    private static JObject Describe(RecordShape record, PropertySpecs properties)
    {
        var spec = new JObject();
        AddDescription(spec, record.Type);
        spec["properties"] = properties.Describe(record.Properties);
        spec["type"] = "object";
        spec["required"] = PropertySpecs.Names(record.Properties.Where(property => property.IsRequired));
        return spec;
    }

    private static void AddDescription(JObject spec, MemberInfo member)
    {
        if (member.GetCustomAttribute<DescriptionAttribute>()?.Description is { Length: > 0 } description)
            spec["description"] = description;
    }
}
