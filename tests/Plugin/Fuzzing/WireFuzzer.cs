using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Pulumirpc;

namespace PulumiNumbers.Tests.Plugin.Fuzzing;

/// <summary>Makes messages that no engine would send: half of them built from what the protocol and the plugin know, in the wrong places.</summary>
/// <param name="seed">Decides which.</param>
/// <param name="vocabulary">Words that mean something to the plugin.</param>
public sealed class WireFuzzer(int seed, IEnumerable<string> vocabulary)
{
    private static readonly string[] ProtocolWords =
    [
        "", "value", "secret", "dependencies", "urn", "id", Fakes.Wire.SignatureKey, Fakes.Wire.SecretSignature, Fakes.Wire.OutputSignature, Fakes.Wire.UnknownText,
        "5cf8f73096256a8f31e491e813e4eb8e", "c44067f5952c0a294b673a41bacd8c17", "803fd3297a5875dc03ca845dda5d2a98",
        "::", "null", "-1", "[[[", "{\"a\":{}}", "1e999", "\u0000", "🙂",
    ];

    private static readonly double[] Numbers = [0, -0.0, 1, -1, 1.5, 101, 1e18, -1e300, double.NaN, double.PositiveInfinity, double.Epsilon];

    private readonly string[] _words = [.. ProtocolWords, .. vocabulary];
    private readonly Random _random = new(seed);

    /// <summary>A message with every field filled at random.</summary>
    public IMessage Fill(IMessage message, int depth = 0)
    {
        foreach (var field in message.Descriptor.Fields.InDeclarationOrder().Where(_ => _random.Next(4) > 0))
            Fill(message, field, depth);
        return message;
    }

    /// <summary>The bytes of a message, some of them changed, lost or doubled.</summary>
    public byte[] Mutate(byte[] bytes)
    {
        var mutated = bytes.ToList();
        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            var at = _random.Next(mutated.Count + 1);
            switch (_random.Next(4))
            {
                case 0 when at < mutated.Count:
                    mutated[at] = (byte)_random.Next(256);
                    break;
                case 1 when at < mutated.Count:
                    mutated.RemoveRange(at, _random.Next(1, Math.Min(8, mutated.Count - at) + 1));
                    break;
                case 2:
                    mutated.Insert(at, (byte)_random.Next(256));
                    break;
                default:
                    mutated.InsertRange(at, mutated.Take(_random.Next(Math.Min(mutated.Count, 64) + 1)).ToArray());
                    break;
            }
        }
        return [.. mutated];
    }

    private string Word() => _words[_random.Next(_words.Length)];

    private void Fill(IMessage message, FieldDescriptor field, int depth)
    {
        if (field.IsMap || field.IsRepeated)
            FillMany(message, field);
        else if (field.FieldType is FieldType.Message)
            FillMessage(message, field, depth);
        else if (Scalar(field) is { } value)
            field.Accessor.SetValue(message, value);
    }

    private void FillMany(IMessage message, FieldDescriptor field)
    {
        if (field.Accessor.GetValue(message) is Google.Protobuf.Collections.RepeatedField<string> texts)
            texts.Add(Word());
        else if (field.Accessor.GetValue(message) is Google.Protobuf.Collections.MapField<string, string> map)
            map[Word()] = Word();
    }

    private void FillMessage(IMessage message, FieldDescriptor field, int depth)
    {
        if (field.MessageType.FullName == Struct.Descriptor.FullName)
            field.Accessor.SetValue(message, Properties());
        else if (depth < 2 && field.MessageType.ClrType == typeof(CheckRequest.Types.AutonamingOptions))
            field.Accessor.SetValue(message, Fill(new CheckRequest.Types.AutonamingOptions(), depth + 1));
    }

    private object? Scalar(FieldDescriptor field) => field.FieldType switch
    {
        FieldType.String => Word(),
        FieldType.Bool => _random.Next(2) == 0,
        FieldType.Double => _random.Next(3) == 0 ? Numbers[_random.Next(Numbers.Length)] : 0.0,
        FieldType.Int64 => _random.NextInt64(-2, 3),
        FieldType.Int32 => _random.Next(-2, 3),
        FieldType.Bytes => ByteString.CopyFrom(1, 2),
        _ => null,
    };

    private Struct Properties(int depth = 0)
    {
        var properties = new Struct();
        for (var i = _random.Next(6); i > 0; i--)
            properties.Fields[Word()] = Value(depth + 1);
        return properties;
    }

    private Value Value(int depth) => _random.Next(depth > 6 ? 5 : 8) switch
    {
        0 => Google.Protobuf.WellKnownTypes.Value.ForString(Word()),
        1 => Google.Protobuf.WellKnownTypes.Value.ForNumber(Numbers[_random.Next(Numbers.Length)]),
        2 => Google.Protobuf.WellKnownTypes.Value.ForBool(_random.Next(2) == 0),
        3 => Google.Protobuf.WellKnownTypes.Value.ForNull(),
        4 => new Value(),
        5 => Google.Protobuf.WellKnownTypes.Value.ForList([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Value(depth + 1))]),
        6 => Signed(depth),
        _ => Google.Protobuf.WellKnownTypes.Value.ForStruct(Properties(depth)),
    };

    private Value Signed(int depth)
    {
        var properties = Properties(depth);
        properties.Fields[Fakes.Wire.SignatureKey] = Google.Protobuf.WellKnownTypes.Value.ForString(Word());
        properties.Fields["value"] = Value(depth + 1);
        return Google.Protobuf.WellKnownTypes.Value.ForStruct(properties);
    }
}
