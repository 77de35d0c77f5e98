using System.Buffers;
using System.Text;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Rpc.Values;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>
/// Every secret text that an engine has sent in a plugin's life, to be kept out of what people read: a carrier or proxy that saw a secret may
/// repeat it in an error, and may do so in the answer for another resource.
/// </summary>
internal sealed class SecretRedactor
{
    private const string Mask = "[secret]";

    // Replacing shorter ones would riddle ordinary words, and give away where they stand.
    private const int Shortest = 4;

    private readonly Lock _lock = new();
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);
    private Lookup? _lookup;

    /// <summary>Remembers the secrets among the properties that a request carries.</summary>
    /// <returns>The request.</returns>
    public T Track<T>(T request)
        where T : IMessage
    {
        foreach (var field in request.Descriptor.Fields.InDeclarationOrder())
        {
            if (field.FieldType is FieldType.Message && !field.IsRepeated && field.Accessor.GetValue(request) is Struct properties)
                Track(properties, isSecret: false);
        }

        return request;
    }

    /// <summary>Remembers the secrets among checked inputs, those that only the schema makes secret included.</summary>
    public void Track(ObjectValue properties) => Track(properties, isSecret: false);

    /// <summary>The words without secrets. One pass, however many secrets there are.</summary>
    public string Redact(string words)
    {
        var lookup = GetLookup();
        var next = words.AsSpan().IndexOfAny(lookup.Starts);
        if (next < 0)
            return words;
        var clean = new StringBuilder(words.Length);
        var rest = words.AsSpan();
        while (next >= 0)
        {
            clean.Append(rest[..next]).Append(Mask);
            rest = rest[(next + lookup.LongestAt(rest[next..]))..];
            next = rest.IndexOfAny(lookup.Starts);
        }
        return clean.Append(rest).ToString();
    }

    private void Track(PropertyValue value, bool isSecret)
    {
        var hides = isSecret || value.IsSecret;
        switch (value.Unwrapped)
        {
            case ObjectValue members:
                foreach (var member in members.Properties.Values)
                    Track(member, hides);
                break;
            case ArrayValue array:
                foreach (var element in array.Elements)
                    Track(element, hides);
                break;
            case Model.StringValue text when hides && text.Value.Length >= Shortest:
                Add(text.Value);
                break;
        }
    }

    private void Track(Struct properties, bool isSecret)
    {
        var hides = isSecret || IsSecret(properties);
        foreach (var (name, value) in properties.Fields)
        {
            if (!string.Equals(name, Signatures.Key, StringComparison.Ordinal))
                Track(value, hides);
        }
    }

    private void Track(Value value, bool isSecret)
    {
        switch (value.KindCase)
        {
            case Value.KindOneofCase.StructValue:
                Track(value.StructValue, isSecret);
                break;
            case Value.KindOneofCase.ListValue:
                foreach (var element in value.ListValue.Values)
                    Track(element, isSecret);
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
            _lookup = null;
        }
    }

    private Lookup GetLookup()
    {
        lock (_lock)
            return _lookup ??= new Lookup(_texts);
    }

    private static bool IsSecret(Struct value) =>
        value.Fields.TryGetValue(Signatures.Key, out var signature)
        && (string.Equals(signature.StringValue, Signatures.Secret, StringComparison.Ordinal)
            || (string.Equals(signature.StringValue, Signatures.Output, StringComparison.Ordinal)
                && value.Fields.TryGetValue("secret", out var secret) && secret.BoolValue));

    /// <summary>Finds texts in words: where one begins, and the longest that begins there.</summary>
    private sealed class Lookup
    {
        private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _texts;
        private readonly int[] _lengths;

        public Lookup(HashSet<string> texts)
        {
            var copy = new HashSet<string>(texts, StringComparer.Ordinal);
            _texts = copy.GetAlternateLookup<ReadOnlySpan<char>>();
            _lengths = [.. copy.Select(text => text.Length).Distinct().OrderDescending()];
            Starts = SearchValues.Create([.. copy], StringComparison.Ordinal);
        }

        public SearchValues<string> Starts { get; }

        public int LongestAt(ReadOnlySpan<char> words)
        {
            foreach (var length in _lengths)
            {
                if (length <= words.Length && _texts.Contains(words[..length]))
                    return length;
            }
            throw new InvalidOperationException("No text begins here.");
        }
    }
}
