using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Functions.Pools;

/// <summary>Lists the numbers that a pool holds.</summary>
[FunctionType("numbers:index:getPoolNumbers", "Lists the numbers that a Vonage number pool holds.")]
public sealed class GetPoolNumbers(CarrierAccounts accounts) : Function<GetPoolNumbersArgs, GetPoolNumbersResult>
{
    /// <inheritdoc/>
    public override async Task<GetPoolNumbersResult> InvokeAsync(InvokeRequest<GetPoolNumbersArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var address = vonage.AddressOf(request.Args.AccountId, request.Args.PoolId);
        var held = await vonage.Reconciler.ListAsync(address, cancellationToken);
        return new GetPoolNumbersResult
        {
            Numbers = [.. held.Where(number => number.Digits.StartsWith(request.Args.Prefix ?? "", StringComparison.Ordinal)).Order()],
        };
    }
}
