using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Rpc.Values;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>
/// Every secret text that an engine has sent in a plugin's life, to be kept out of what people read: whoever is told a secret on the way may
/// repeat it in an error, and may do so in the answer for another resource.
/// </summary>
internal sealed class SecretTexts
{
    private const string Mask = "[secret]";

    // Replacing shorter ones would riddle ordinary words, and give away where they stand.
    private const int Shortest = 4;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private string[]? _longestFirst;

    /// <summary>Remembers the secrets among the properties that a request carries.</summary>
    /// <returns>The request.</returns>
    public T Learn<T>(T request)
        where T : IMessage
    {
        foreach (var field in request.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType is FieldType.Message && !field.IsRepeated && field.Accessor.GetValue(request) is Struct properties)
                Learn(properties, isSecret: false);
        }

        return request;
    }

    /// <summary>The words without secrets.</summary>
    public string Clean(string words)
    {
        foreach (var text in LongestFirst())
            words = words.Replace(text, Mask, StringComparison.Ordinal);
        return words;
    }

    private void Learn(Struct properties, bool isSecret)
    {
        var hides = isSecret || IsSecret(properties);
        foreach (var (name, value) in properties.Fields)
        {
            if (!string.Equals(name, Signatures.Key, StringComparison.Ordinal))
                Learn(value, hides);
        }
    }

    private void Learn(Value value, bool isSecret)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StructValue:
                Learn(value.StructValue, isSecret);
                break;
            case Value.KindOneofCase.ListValue:
                foreach (var element in value.ListValue.Values)
                    Learn(element, isSecret);
                break;
            case Value.KindOneofCase.StringValue when isSecret && value.StringValue.Length >= Shortest:
                Add(value.StringValue);
                break;
        }
    }

    private void Add(string text)
    {
        lock (_lock)
        {
            if (!_texts.Add(text))
                return;
            _texts.Add(Uri.EscapeDataString(text));
            _longestFirst = null;
        }
    }

    private string[] LongestFirst()
    {
        lock (_lock)
            return _longestFirst ??= [.. _texts.OrderByDescending(text => text.Length)];
    }

    private static bool IsSecret(Struct value) =>
        value.Fields.TryGetValue(Signatures.Key, out var signature)
        && (string.Equals(signature.StringValue, Signatures.Secret, StringComparison.Ordinal)
            || (string.Equals(signature.StringValue, Signatures.Output, StringComparison.Ordinal)
                && value.Fields.TryGetValue("secret", out var secret) && secret.BoolValue));
}
