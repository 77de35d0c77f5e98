namespace Pulumi;

/// <summary>Marks a struct that stands for an enum: constructed from its wire value, explicitly converted back to it.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
