using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>
/// Reads values of the protocol. What is unknown or secret anywhere inside makes the whole value so. The result is made of null, bool,
/// double, string, <see cref="ImmutableArray{T}"/> and <see cref="ImmutableDictionary{TKey, TValue}"/>.
/// </summary>
internal sealed class PropertyReader
{
    private bool _isKnown = true;
    private bool _isSecret;

    private PropertyReader()
    {
    }

    /// <summary>Reads one value.</summary>
    /// <exception cref="FormatException">It carries a signature that is not known here.</exception>
    public static OutputData<object?> Read(Value value)
    {
        var reader = new PropertyReader();
        var read = reader.ReadValue(value);
        return new OutputData<object?>(reader._isKnown ? read : null, [], reader._isKnown, reader._isSecret);
    }

    private object? ReadValue(Value? value) => value?.KindCase switch
    {
        Value.KindOneofCase.BoolValue => value.BoolValue,
        Value.KindOneofCase.NumberValue => value.NumberValue,
        Value.KindOneofCase.StringValue => UnknownSentinels.Contains(value.StringValue) ? ReadUnknown() : value.StringValue,
        Value.KindOneofCase.ListValue => value.ListValue.Values.Select(ReadValue).ToImmutableArray(),
        Value.KindOneofCase.StructValue => ReadObject(value.StructValue),
        _ => null,
    };

    private object? ReadObject(Struct value)
    {
        if (!value.Fields.TryGetValue(Signatures.Key, out var signature))
            return value.Fields.ToImmutableDictionary(field => field.Key, field => ReadValue(field.Value), StringComparer.Ordinal);

        return signature.StringValue switch
        {
            Signatures.Secret => ReadSecret(value),
            Signatures.Output => ReadOutputValue(value),
            Signatures.ResourceReference => ReadResource(value),
            var other => throw new FormatException($"the engine answered a value of a kind that is not known here (signature {other})"),
        };
    }

    private object? ReadSecret(Struct value)
    {
        _isSecret = true;
        return ReadValue(value.Fields.GetValueOrDefault(Wire.Value));
    }

    private object? ReadOutputValue(Struct value)
    {
        _isSecret |= value.Fields.TryGetValue(Wire.Secret, out var secret) && secret.BoolValue;
        return value.Fields.TryGetValue(Wire.Value, out var known) ? ReadValue(known) : ReadUnknown();
    }

    /// <summary>A reference to a resource reads as its id, or as its URN where it is a component.</summary>
    private object? ReadResource(Struct value) =>
        ReadValue(value.Fields.GetValueOrDefault(Wire.Id) ?? value.Fields.GetValueOrDefault(Wire.Urn));

    private object? ReadUnknown()
    {
        _isKnown = false;
        return null;
    }
}
