namespace PulumiNumbers.Plugin.Values;

/// <summary>True or false.</summary>
internal sealed record BoolValue(bool Value) : PropertyValue;
