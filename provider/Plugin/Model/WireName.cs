using System.Reflection;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Model;

/// <summary>The names that properties have on the wire.</summary>
internal static class WireName
{
    /// <summary>The name that the attribute gives, or else the C# name in camelCase.</summary>
    public static string Of(PropertyInfo property) =>
        property.GetCustomAttribute<PropertyAttribute>()?.Name ?? char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
}
