namespace PulumiNumbers.Plugin.Values;

/// <summary>A string.</summary>
internal sealed record StringValue(string Value) : PropertyValue;
