using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Resources.ExclusiveNumbers;

namespace PulumiNumbers.Provider.Functions.ExclusiveNumbers;

/// <summary>Which exclusive number: by id or by number.</summary>
public sealed record GetExclusiveNumberArgs
{
    /// <summary>Its id.</summary>
    [Property("PortSIP's id. Either this or `number` is needed.")]
    public string? Id { get; init; }

    /// <summary>The number.</summary>
    [Property("The number. Either this or `id` is needed.")]
    public DialledNumber? Number { get; init; }
}
