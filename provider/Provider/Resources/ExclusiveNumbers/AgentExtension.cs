using System.Diagnostics.CodeAnalysis;

namespace PulumiNumbers.Provider.Resources.ExclusiveNumbers;

/// <summary>The extension of an agent of a PortSIP contact centre: 3 to 64 digits.</summary>
public readonly record struct AgentExtension : IParsable<AgentExtension>
{
    private readonly string? _digits;

    private AgentExtension(string digits) => _digits = digits;

    /// <summary>An extension as the PBX reports it.</summary>
    public static AgentExtension FromPbx(string text) => new(text);

    /// <summary>Reads an extension.</summary>
    /// <exception cref="FormatException">The text is no extension; the message says what one looks like.</exception>
    public static AgentExtension Parse(string s, IFormatProvider? provider) => TryParse(s, provider, out var extension)
        ? extension
        : throw new FormatException($"'{s}' is not the extension of an agent: write its 3 to 64 digits, such as 1001");

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AgentExtension result)
    {
        var isExtension = s is { Length: >= 3 and <= 64 } && s.All(char.IsAsciiDigit);
        result = isExtension ? new AgentExtension(s!) : default;
        return isExtension;
    }

    /// <summary>The digits.</summary>
    public override string ToString() => _digits ?? "";
}
