namespace Pulumi.Numbers;

/// <summary>Ties a resource class to its type token and to this package's version.</summary>
/// <param name="type">The type token.</param>
internal sealed class NumbersResourceTypeAttribute(string type) : ResourceTypeAttribute(type, Utilities.Version);
