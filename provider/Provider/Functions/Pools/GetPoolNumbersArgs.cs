using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Annotations;
using PulumiNumbers.Provider.Resources;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>Which numbers of which pool.</summary>
public sealed record GetPoolNumbersArgs
{
    /// <summary>Whose pool.</summary>
    [Property("The Vonage account that owns the pool. Default: the provider's `vonageAccountId`.")]
    [RegularExpression(VonageAccountId.Pattern, ErrorMessage = VonageAccountId.Rule)]
    public string? AccountId { get; init; }

    /// <summary>The pool's id.</summary>
    [Property("The pool's id.")]
    [Length(1, 64)]
    public required string PoolId { get; init; }

    /// <summary>How the numbers begin.</summary>
    [Property("Lists only numbers that begin with these digits.")]
    [RegularExpression("^[0-9]{1,15}$", ErrorMessage = "A prefix is made of 1 to 15 digits.")]
    public string? Prefix { get; init; }
}
