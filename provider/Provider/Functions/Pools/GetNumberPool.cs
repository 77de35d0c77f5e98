using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>Reads one number pool.</summary>
[FunctionType("numbers:index:getNumberPool", "Reads a number pool of a Vonage account. Fails where there is none of that id.")]
public sealed class GetNumberPool(CarrierAccounts accounts) : Function<GetNumberPoolArgs, PoolResult>
{
    /// <inheritdoc/>
    public override async Task<PoolResult> InvokeAsync(InvokeRequest<GetNumberPoolArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var address = vonage.AddressOf(request.Args.AccountId, request.Args.PoolId);
        return await vonage.Client.GetPoolAsync(address, cancellationToken) is { } pool
            ? PoolResult.Of(pool)
            : throw new ResourceException(
                FailureKind.NotFound,
                $"vonage: account {address.AccountId} has no pool {address.PoolId}. `numbers:index:getNumberPools` lists those that it has.");
    }
}
