using System.Buffers;
using System.Text;

namespace PulumiNumbers.Rpc.Wire;

/// <summary>
/// The encoding of <c>grpc-message</c>: UTF-8, in which everything but printable ASCII, and the percent sign, becomes
/// <c>%XX</c>. Decoding never fails: what is no valid escape stands for itself.
/// </summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> Plain =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code).Where(c => c != '%')]);

    public static string Encode(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
            return text;

        var encoded = new StringBuilder(text.Length + 32);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (Plain.Contains((char)value))
                encoded.Append((char)value);
            else
                encoded.Append('%').Append(value.ToString("X2", null));
        }

        return encoded.ToString();
    }

    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal))
            return text;

        var decoded = new ArrayBufferWriter<byte>(text.Length);
        for (var position = 0; position < text.Length;)
        {
            if (IsEscape(text.AsSpan(position)))
            {
                Append(decoded, Convert.FromHexString(text.AsSpan(position + 1, 2)));
                position += 3;
            }
            else
            {
                Rune.DecodeFromUtf16(text.AsSpan(position), out var rune, out var length);
                Append(decoded, Encoding.UTF8.GetBytes(rune.ToString()));
                position += length;
            }
        }

        return Encoding.UTF8.GetString(decoded.WrittenSpan);
    }

    private static bool IsEscape(ReadOnlySpan<char> text) =>
        text.Length >= 3 && text[0] == '%' && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]);

    private static void Append(ArrayBufferWriter<byte> writer, byte[] bytes) => writer.Write(bytes.AsSpan());
}
