namespace PulumiNumbers.Plugin.Model;

/// <summary>A reference to another resource.</summary>
/// <param name="Urn">The other resource's URN.</param>
/// <param name="Id">Its id, maybe not known yet; null for a component, which has none.</param>
/// <param name="PackageVersion">The version of its provider; may be empty.</param>
internal sealed record ResourceReferenceValue(string Urn, PropertyValue? Id, string PackageVersion) : PropertyValue;
