using System.Security.Cryptography;
using System.Text;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>A text that must not be shown. Formatting it never shows it.</summary>
public sealed class Secret
{
    private const int FingerprintDigits = 12;

    /// <summary>Holds <paramref name="value"/>.</summary>
    public Secret(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        Value = value;
    }

    /// <summary>The text itself.</summary>
    public string Value { get; }

    /// <summary>Identifies the secret without revealing it: <c>sha256:</c> and the first 12 hexadecimal digits of its hash.</summary>
    public string Fingerprint => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Value)))[..FingerprintDigits];

    /// <summary>Never the text.</summary>
    public override string ToString() => "[secret]";
}
