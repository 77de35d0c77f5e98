using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Annotations;
using PulumiNumbers.Provider.Resources;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>Which pool.</summary>
public sealed record GetNumberPoolArgs
{
    /// <summary>Whose pool.</summary>
    [Property("The Vonage account that owns the pool. Default: the provider's `vonageAccountId`.")]
    [RegularExpression(VonageAccountId.Pattern, ErrorMessage = VonageAccountId.Rule)]
    public string? AccountId { get; init; }

    /// <summary>Its id.</summary>
    [Property("The pool's id.")]
    [Length(1, 64)]
    public required string PoolId { get; init; }
}
