using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Configuration;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>Lists the number pools of a Vonage account.</summary>
[FunctionType("numbers:index:getNumberPools", "Lists the number pools of a Vonage account.")]
public sealed class GetNumberPools(CarrierAccounts accounts) : Function<GetNumberPoolsArgs, GetNumberPoolsResult>
{
    /// <inheritdoc/>
    public override async Task<GetNumberPoolsResult> InvokeAsync(InvokeRequest<GetNumberPoolsArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var args = request.Args;
        var vonage = accounts.VonagePools(request.Log);
        var pools = await vonage.Client.ListPoolsAsync(args.AccountId ?? vonage.AccountId, cancellationToken)
            .Where(pool => pool.Address.PoolId.StartsWith(args.PoolIdPrefix ?? "", StringComparison.Ordinal))
            .Where(pool => args.Fallback is null || pool.Fallback == args.Fallback)
            .ToListAsync(cancellationToken);
        return new GetNumberPoolsResult
        {
            Pools = [.. pools.OrderBy(pool => pool.Address.PoolId, StringComparer.Ordinal).Select(PoolResult.Of)],
        };
    }
}

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

/// <summary>The pools of an account.</summary>
public sealed record GetNumberPoolsResult
{
    /// <summary>The pools.</summary>
    [Property("The pools, ordered by id.")]
    public required IReadOnlyList<PoolResult> Pools { get; init; }
}

/// <summary>A number pool.</summary>
public sealed record PoolResult
{
    /// <summary>The account that owns it.</summary>
    [Property("The Vonage account that owns the pool.")]
    public required string AccountId { get; init; }

    /// <summary>Its id.</summary>
    [Property("The pool's id, unique within the account.")]
    public required string PoolId { get; init; }

    /// <summary>What happens when no number has a matching prefix.</summary>
    [Property("What happens to a message when the pool holds no number with a matching prefix.")]
    public required PoolFallback Fallback { get; init; }

    /// <summary>Whether a number of the destination's country is preferred.</summary>
    [Property("Whether a number with the country prefix of the destination is preferred as the sender.")]
    public required bool LocalizedSenderPreferred { get; init; }

    /// <summary>Whether a destination keeps its sender.</summary>
    [Property("Whether one destination always hears from the same sender.")]
    public required bool PredictableSenderPreferred { get; init; }

    /// <summary>The pool as Vonage reports it.</summary>
    public static PoolResult Of(Pool pool)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return new PoolResult
        {
            AccountId = pool.Address.AccountId,
            PoolId = pool.Address.PoolId,
            Fallback = pool.Fallback,
            LocalizedSenderPreferred = pool.LocalizedSenderPreferred,
            PredictableSenderPreferred = pool.PredictableSenderPreferred,
        };
    }
}
