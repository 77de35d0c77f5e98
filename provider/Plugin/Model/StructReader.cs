using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Rpc.Values;

namespace PulumiNumbers.Plugin.Model;

/// <summary>Reads values from protobuf messages.</summary>
internal static class StructReader
{
    /// <summary>How deep values may be nested; protobuf's own limit is reached a little earlier.</summary>
    private const int MaxDepth = 64;

    /// <summary>Reads the properties of a resource.</summary>
    /// <exception cref="MalformedValueException">The message is not made of values.</exception>
    public static ObjectValue ReadProperties(Struct? message) =>
        message is null ? ObjectValue.Empty : ReadFields(message, PropertyPath.Root, depth: 0);

    /// <summary>Reads the properties of a resource; those that equal ones that were read before share their values.</summary>
    /// <exception cref="MalformedValueException">The message is not made of values.</exception>
    public static ObjectValue ReadProperties(Struct? message, params ReadOnlySpan<(Struct? Message, ObjectValue Properties)> known)
    {
        if (message is null)
            return ObjectValue.Empty;
        var properties = new Dictionary<string, PropertyValue>(message.Fields.Count, StringComparer.Ordinal);
        foreach (var (name, field) in message.Fields)
            properties.Add(name, FindShared(name, field, known) ?? Read(field, PropertyPath.Root.Key(name), depth: 1));
        return new ObjectValue(properties);
    }

    private static PropertyValue? FindShared(string name, Value field, ReadOnlySpan<(Struct? Message, ObjectValue Properties)> known)
    {
        foreach (var (message, properties) in known)
        {
            if (message is not null && message.Fields.TryGetValue(name, out var other) && other.Equals(field))
                return properties.Properties[name];
        }
        return null;
    }

    private static ObjectValue ReadFields(Struct message, PropertyPath path, int depth)
    {
        var properties = new Dictionary<string, PropertyValue>(message.Fields.Count, StringComparer.Ordinal);
        foreach (var (name, field) in message.Fields)
            properties.Add(name, Read(field, path.Key(name), depth + 1));
        return new ObjectValue(properties);
    }

    private static PropertyValue Read(Value message, PropertyPath path, int depth)
    {
        if (depth > MaxDepth)
            throw new MalformedValueException(path, $"values are nested more than {MaxDepth} deep.");
        return message.KindCase switch
        {
            Value.KindOneofCase.NullValue => NullValue.Instance,
            Value.KindOneofCase.BoolValue => new BoolValue(message.BoolValue),
            Value.KindOneofCase.NumberValue => new NumberValue(message.NumberValue),
            Value.KindOneofCase.StringValue when UnknownSentinels.Contains(message.StringValue) => UnknownValue.Instance,
            Value.KindOneofCase.StringValue => new StringValue(message.StringValue),
            Value.KindOneofCase.ListValue => ReadArray(message.ListValue, path, depth),
            Value.KindOneofCase.StructValue when message.StructValue.Fields.TryGetValue(Signatures.Key, out var signature) =>
                ReadSigned(message.StructValue, signature, path, depth),
            Value.KindOneofCase.StructValue => ReadFields(message.StructValue, path, depth),
            _ => throw new MalformedValueException(path, "the message holds no value at all."),
        };
    }

    private static ArrayValue ReadArray(ListValue message, PropertyPath path, int depth)
    {
        var elements = new PropertyValue[message.Values.Count];
        for (var i = 0; i < elements.Length; i++)
            elements[i] = Read(message.Values[i], path.Index(i), depth + 1);
        return new ArrayValue(elements);
    }

    private static PropertyValue ReadSigned(Struct message, Value signature, PropertyPath path, int depth) => signature.StringValue switch
    {
        Signatures.Secret => ReadSecret(message, path, depth),
        Signatures.Output => ReadOutput(message, path, depth),
        Signatures.ResourceReference => ReadResourceReference(message, path, depth),
        Signatures.Asset or Signatures.Archive => new AssetValue(message.Clone()),
        Signatures.ByteString => new ByteStringValue(Text(message, "value", path) ?? ""),
        _ => throw new MalformedValueException(path, "it is an object with an unrecognised signature."),
    };

    private static SecretValue ReadSecret(Struct message, PropertyPath path, int depth) =>
        message.Fields.TryGetValue("value", out var value)
            ? new SecretValue(Read(value, path, depth + 1))
            : throw new MalformedValueException(path, "it is a secret without a value.");

    private static OutputValue ReadOutput(Struct message, PropertyPath path, int depth)
    {
        var element = message.Fields.TryGetValue("value", out var value) ? Read(value, path, depth + 1) : null;
        var secret = message.Fields.TryGetValue("secret", out var flag)
            && (flag.KindCase is Value.KindOneofCase.BoolValue
                ? flag.BoolValue
                : throw new MalformedValueException(path, "it is an output whose 'secret' is no boolean."));
        return new OutputValue(element, secret, ReadDependencies(message, path));
    }

    private static string[] ReadDependencies(Struct message, PropertyPath path)
    {
        if (!message.Fields.TryGetValue("dependencies", out var dependencies) || dependencies.KindCase is Value.KindOneofCase.NullValue)
            return [];
        if (dependencies.KindCase is not Value.KindOneofCase.ListValue
            || dependencies.ListValue.Values.Any(urn => urn.KindCase is not Value.KindOneofCase.StringValue))
            throw new MalformedValueException(path, "it is an output whose 'dependencies' are no list of URNs.");
        return [.. dependencies.ListValue.Values.Select(urn => urn.StringValue)];
    }

    private static ResourceReferenceValue ReadResourceReference(Struct message, PropertyPath path, int depth) => new(
        Text(message, "urn", path) ?? throw new MalformedValueException(path, "it is a resource reference without a URN."),
        message.Fields.TryGetValue("id", out var id) ? Read(id, path.Key("id"), depth + 1) : null,
        Text(message, "packageVersion", path) ?? "");

    private static string? Text(Struct message, string name, PropertyPath path) =>
        !message.Fields.TryGetValue(name, out var value) || value.KindCase is Value.KindOneofCase.NullValue ? null
        : value.KindCase is Value.KindOneofCase.StringValue ? value.StringValue
        : throw new MalformedValueException(path, $"its '{name}' is no string.");
}

/// <summary>A message holds something that is no value. The words name the path and never the content.</summary>
internal sealed class MalformedValueException(PropertyPath path, string problem)
    : Exception(path.IsRoot ? $"The properties cannot be read: {problem}" : $"The property '{path}' cannot be read: {problem}")
{
    /// <summary>Where it is.</summary>
    public PropertyPath Path { get; } = path;
}
