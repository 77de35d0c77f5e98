namespace PulumiNumbers.Plugin.Model;

/// <summary>A number; the wire has no other kind than double.</summary>
internal sealed record NumberValue(double Value) : PropertyValue;
