using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Configuration;

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
        return await vonage.Listings.FindPoolAsync(address, cancellationToken) is { } pool
            ? PoolResult.Of(pool)
            : throw new ResourceException(
                FailureKind.NotFound,
                $"vonage: account {address.AccountId} has no pool {address.PoolId}. `numbers:index:getNumberPools` lists those that it has.");
    }
}

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
