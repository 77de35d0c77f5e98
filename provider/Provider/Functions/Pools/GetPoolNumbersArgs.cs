using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>Which numbers of which pool.</summary>
public sealed record GetPoolNumbersArgs
{
    /// <summary>Whose pool.</summary>
    [Property("The Vonage account that owns the pool. Default: the provider's `vonageAccountId`.")]
    [RegularExpression(InputForm.AccountId, ErrorMessage = InputForm.AccountIdRule)]
    public string? AccountId { get; init; }

    /// <summary>The pool's id.</summary>
    [Property("The pool's id.")]
    [Length(1, 64)]
    public required string PoolId { get; init; }

    /// <summary>How the numbers begin.</summary>
    [Property("Lists only numbers that begin with these digits.")]
    [RegularExpression(InputForm.Digits, ErrorMessage = InputForm.DigitsRule)]
    public string? Prefix { get; init; }
}
