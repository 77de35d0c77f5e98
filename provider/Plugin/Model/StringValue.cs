namespace PulumiNumbers.Plugin.Model;

/// <summary>A string.</summary>
internal sealed record StringValue(string Value) : PropertyValue;
