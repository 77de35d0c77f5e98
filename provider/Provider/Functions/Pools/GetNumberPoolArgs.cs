using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>Which pool.</summary>
public sealed record GetNumberPoolArgs
{
    /// <summary>Whose pool.</summary>
    [Property("The Vonage account that owns the pool. Default: the provider's `vonageAccountId`.")]
    [RegularExpression(InputForm.AccountId, ErrorMessage = InputForm.AccountIdRule)]
    public string? AccountId { get; init; }

    /// <summary>Its id.</summary>
    [Property("The pool's id.")]
    [Length(1, 64)]
    public required string PoolId { get; init; }
}
