using System.Collections;
using System.Globalization;
using Google.Protobuf.WellKnownTypes;

namespace PulumiNumbers.Tests.Provider.Harness;

/// <summary>Values as the engine sends them, made of anonymous objects and read back as plain ones.</summary>
public static class Wire
{
    /// <summary>A string that is not known yet.</summary>
    public static readonly Value Unknown = Value.ForString("04da6b54-80e4-46f7-96ec-b56ff0331ba9");

    private const string SignatureKey = "4dabf18193072939515e22adb298388d";
    private const string SecretSignature = "1b47061264138c4ac30d75fd1eb44270";

    /// <summary>A secret.</summary>
    public static Value Secret(object? value)
    {
        var secret = new Struct();
        secret.Fields[SignatureKey] = Value.ForString(SecretSignature);
        secret.Fields["value"] = ToValue(value);
        return Value.ForStruct(secret);
    }

    /// <summary>Properties of an anonymous object, or of a dictionary by string; null ones are left out.</summary>
    public static Struct Of(object properties)
    {
        if (properties is Struct made)
            return made;
        var message = new Struct();
        var entries = properties is IReadOnlyDictionary<string, object?> map
            ? map
            : properties.GetType().GetProperties().ToDictionary(property => property.Name, property => property.GetValue(properties), StringComparer.Ordinal);
        foreach (var (name, value) in entries.Where(entry => entry.Value is not null))
            message.Fields[name] = ToValue(value);
        return message;
    }

    /// <summary>The same properties with some set to other values; null ones are taken out.</summary>
    public static Struct With(this Struct properties, object changes)
    {
        var copy = properties.Clone();
        foreach (var property in changes.GetType().GetProperties())
        {
            if (property.GetValue(changes) is { } value)
                copy.Fields[property.Name] = ToValue(value);
            else
                copy.Fields.Remove(property.Name);
        }

        return copy;
    }

    /// <summary>A property's text; null where it is missing.</summary>
    public static string? Text(this Struct properties, string name) =>
        properties.Fields.TryGetValue(name, out var value) ? Plain(value) as string : null;

    /// <summary>A property's value as string, double, bool, list or dictionary; null where it is missing.</summary>
    public static object? Get(this Struct properties, string name) => properties.Fields.TryGetValue(name, out var value) ? Plain(value) : null;

    /// <summary>A property's strings, sorted.</summary>
    public static IReadOnlyList<string> Texts(this Struct properties, string name) =>
        properties.Get(name) is IReadOnlyList<object?> list ? [.. list.Cast<string>().Order(StringComparer.Ordinal)] : [];

    /// <summary>Whether a property is secret.</summary>
    public static bool IsSecret(this Struct properties, string name) =>
        properties.Fields.TryGetValue(name, out var value) && HasSignature(value, SecretSignature);

    private static bool HasSignature(Value value, string signature) =>
        value.KindCase == Value.KindOneofCase.StructValue
        && value.StructValue.Fields.TryGetValue(SignatureKey, out var found) && found.StringValue == signature;

    private static object? Plain(Value value) => value.KindCase switch
    {
        Value.KindOneofCase.StringValue => value.StringValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.ListValue => value.ListValue.Values.Select(Plain).ToList(),
        Value.KindOneofCase.StructValue when HasSignature(value, SecretSignature) => Plain(value.StructValue.Fields["value"]),
        Value.KindOneofCase.StructValue => value.StructValue.Fields.ToDictionary(field => field.Key, field => Plain(field.Value), StringComparer.Ordinal),
        _ => null,
    };

    private static Value ToValue(object? value) => value switch
    {
        null => Value.ForNull(),
        Value made => made,
        string text => Value.ForString(text),
        bool flag => Value.ForBool(flag),
        int or long or double or decimal => Value.ForNumber(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        IReadOnlyDictionary<string, object?> map => Value.ForStruct(Of(map)),
        IDictionary map => Value.ForStruct(Of(map.Keys.Cast<string>().ToDictionary(key => key, key => map[key], StringComparer.Ordinal))),
        IEnumerable list => Value.ForList([.. list.Cast<object?>().Select(ToValue)]),
        _ => Value.ForStruct(Of(value)),
    };
}
