using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;

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
