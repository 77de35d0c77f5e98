using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Numbers;

/// <summary>Where in a number a pattern must stand (Numbers API, <c>search_pattern</c> 0, 1, 2).</summary>
public enum SearchPattern
{
    /// <summary>At its beginning: the carriers' default.</summary>
    [EnumMember(Value = "startsWith")]
    StartsWith,

    /// <summary>Anywhere.</summary>
    [EnumMember(Value = "contains")]
    Contains,

    /// <summary>At its end.</summary>
    [EnumMember(Value = "endsWith")]
    EndsWith,
}
