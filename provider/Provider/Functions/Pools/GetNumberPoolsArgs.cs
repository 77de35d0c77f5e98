using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>Which pools to list.</summary>
public sealed record GetNumberPoolsArgs
{
    /// <summary>Whose pools.</summary>
    [Property("The Vonage account whose pools are listed. Default: the provider's `vonageAccountId`.")]
    [RegularExpression(InputForm.AccountId, ErrorMessage = InputForm.AccountIdRule)]
    public string? AccountId { get; init; }

    /// <summary>How their ids begin.</summary>
    [Property("Lists only pools whose id begins with this.")]
    public string? PoolIdPrefix { get; init; }

    /// <summary>Their fallback.</summary>
    [Property("Lists only pools with this fallback.")]
    public PoolFallback? Fallback { get; init; }
}
