namespace PulumiNumbers.Plugin.Model;

/// <summary>True or false.</summary>
internal sealed record BoolValue(bool Value) : PropertyValue;
