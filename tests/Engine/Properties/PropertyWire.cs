using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Rpc.Values;

namespace PulumiNumbers.Engine.Properties;

/// <summary>Property values as protobuf's Struct, the form in which they cross gRPC.</summary>
internal static class PropertyWire
{
    /// <summary>The message for a peer that understands secrets (<paramref name="keepSecrets"/>) or is sent their bare content.</summary>
    public static Struct ToStruct(PropertyMap map, bool keepSecrets = true)
    {
        var result = new Struct();
        foreach (var (name, value) in map)
            result.Fields[name] = ToValue(value, keepSecrets);
        return result;
    }

    public static Value ToValue(PropertyValue value, bool keepSecrets) => value.Kind switch
    {
        PropertyKind.Null => Value.ForNull(),
        PropertyKind.Boolean => Value.ForBool(value.AsBoolean),
        PropertyKind.Number => Value.ForNumber(value.AsNumber),
        PropertyKind.String => Value.ForString(value.AsString),
        PropertyKind.Array => ToList(value.AsArray, keepSecrets),
        PropertyKind.Object => Value.ForStruct(ToStruct(value.AsObject, keepSecrets)),
        PropertyKind.Secret when keepSecrets => Signed(Signatures.Secret, ToValue(value.Element, keepSecrets)),
        PropertyKind.Secret => ToValue(value.Element, keepSecrets),
        _ => Value.ForString(UnknownSentinels.Any),
    };

    /// <summary>What a peer sent. Output values become what they hold; the resources they depend on are passed to <paramref name="dependency"/> by top-level property.</summary>
    public static PropertyMap FromStruct(Struct? message, Action<string, string>? dependency = null)
    {
        var map = new PropertyMap();
        if (message is null)
            return map;
        foreach (var (name, value) in message.Fields)
            map[name] = FromValue(value, dependency is null ? null : urn => dependency(name, urn));
        return map;
    }

    public static PropertyValue FromValue(Value value, Action<string>? dependency = null) => value.KindCase switch
    {
        Value.KindOneofCase.BoolValue => PropertyValue.Of(value.BoolValue),
        Value.KindOneofCase.NumberValue => PropertyValue.Of(value.NumberValue),
        Value.KindOneofCase.StringValue => UnknownSentinels.Contains(value.StringValue) ? PropertyValue.Unknown : PropertyValue.Of(value.StringValue),
        Value.KindOneofCase.ListValue => PropertyValue.Of((IReadOnlyList<PropertyValue>)[.. value.ListValue.Values.Select(v => FromValue(v, dependency))]),
        Value.KindOneofCase.StructValue => FromObject(value.StructValue, dependency),
        _ => PropertyValue.Null,
    };

    private static PropertyValue FromObject(Struct message, Action<string>? dependency)
    {
        var signature = message.Fields.TryGetValue(Signatures.Key, out var mark) ? mark.StringValue : null;
        if (signature is Signatures.Secret)
            return PropertyValue.Secret(message.Fields.TryGetValue("value", out var secret) ? FromValue(secret, dependency) : PropertyValue.Null);
        if (signature is not Signatures.Output)
            return PropertyValue.Of(new PropertyMap(message.Fields.Select(f => KeyValuePair.Create(f.Key, FromValue(f.Value, dependency)))));

        if (dependency is not null && message.Fields.TryGetValue("dependencies", out var urns))
        {
            foreach (var urn in urns.ListValue.Values)
                dependency(urn.StringValue);
        }
        var content = message.Fields.TryGetValue("value", out var known) ? FromValue(known, dependency) : PropertyValue.Unknown;
        return message.Fields.TryGetValue("secret", out var isSecret) && isSecret.BoolValue ? PropertyValue.Secret(content) : content;
    }

    private static Value ToList(IReadOnlyList<PropertyValue> elements, bool keepSecrets)
    {
        var list = new ListValue();
        foreach (var element in elements)
            list.Values.Add(ToValue(element, keepSecrets));
        return new Value { ListValue = list };
    }

    private static Value Signed(string signature, Value content) => Value.ForStruct(new Struct
    {
        Fields = { [Signatures.Key] = Value.ForString(signature), ["value"] = content },
    });
}
