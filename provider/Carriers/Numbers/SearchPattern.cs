using System.ComponentModel;
using System.Runtime.Serialization;

namespace PulumiNumbers.Carriers.Numbers;

/// <summary>Where in a number a pattern must stand (Numbers API, <c>search_pattern</c> 0, 1, 2).</summary>
[Description("Where in a number a pattern must stand (Numbers API, `search_pattern` 0, 1, 2).")]
public enum SearchPattern
{
    /// <summary>At its beginning: the carriers' default.</summary>
    [Description("At its beginning: the carriers' default.")]
    [EnumMember(Value = "startsWith")]
    StartsWith,

    /// <summary>Anywhere.</summary>
    [Description("Anywhere.")]
    [EnumMember(Value = "contains")]
    Contains,

    /// <summary>At its end.</summary>
    [Description("At its end.")]
    [EnumMember(Value = "endsWith")]
    EndsWith,
}
