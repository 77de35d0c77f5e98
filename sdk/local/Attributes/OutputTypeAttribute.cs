namespace Pulumi;

/// <summary>Marks a class that is made from an object which a provider answers.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
