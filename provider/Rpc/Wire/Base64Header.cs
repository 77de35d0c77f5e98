namespace PulumiNumbers.Rpc.Wire;

/// <summary>Binary header values: base64, written without padding, read with or without it.</summary>
internal static class Base64Header
{
    public static string Encode(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    public static bool TryDecode(string text, out byte[] bytes)
    {
        var trimmed = text.Trim().TrimEnd('=');
        var padded = trimmed + new string('=', (4 - trimmed.Length % 4) % 4);
        bytes = new byte[padded.Length / 4 * 3];
        if (!Convert.TryFromBase64String(padded, bytes, out var length))
            return false;
        Array.Resize(ref bytes, length);
        return true;
    }
}
