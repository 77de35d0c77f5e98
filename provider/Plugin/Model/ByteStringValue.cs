namespace PulumiNumbers.Plugin.Model;

/// <summary>Bytes, kept in the base64 in which they came.</summary>
internal sealed record ByteStringValue(string Base64) : PropertyValue;
