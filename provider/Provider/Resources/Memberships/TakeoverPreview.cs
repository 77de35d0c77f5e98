using PulumiNumbers.Carriers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>
/// Foretells what a membership removes that takes a whole pool for its own: numbers that others put there, of which no difference of inputs
/// tells. A preview does not fail because the pool cannot be read; it may not even exist yet.
/// </summary>
internal sealed class TakeoverPreview(CarrierAccounts accounts, InputRequest<PoolMembershipArgs> request)
{
    /// <summary>Warns of the numbers that will go.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        if (!IsDecided())
            return;

        try
        {
            var vonage = accounts.VonagePools(request.Log);
            var pool = vonage.AddressOf(request.Inputs.AccountId, request.Inputs.PoolId);
            var strangers = await vonage.Client.ListNumbersAsync(pool, cancellationToken)
                .Where(number => !request.Inputs.Numbers.Contains(number))
                .ToListAsync(cancellationToken);
            if (strangers.Count == 0)
                return;

            request.Log.Warning(
                $"Pool {pool} holds {NumberList.Of(strangers)}, not declared here: this removes what is not declared. " +
                "To leave it to others, set `authoritative: false` here.");
        }
        catch (Exception failure) when (failure is CarrierException or ResourceException)
        {
            request.Log.Debug($"What will be removed from pool {request.Inputs.PoolId} is not known: {failure.Message}");
        }
    }

    /// <summary>Whether all that decides what goes is known already.</summary>
    private bool IsDecided() =>
        request.IsKnown(args => args.AccountId) && request.IsKnown(args => args.PoolId) && request.IsKnown(args => args.Numbers);
}
