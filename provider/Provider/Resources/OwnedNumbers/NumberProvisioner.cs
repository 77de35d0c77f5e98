using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Deployments;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Gets a resource its number, by purchase or because the number is its own already, and configures it.</summary>
internal sealed class NumberProvisioner(NumberAccount account, DeploymentContext deployment, CreateRequest<OwnedNumberArgs> request)
{
    /// <summary>The resource with its number. Once money may have been spent, failures are problems beside the state.</summary>
    /// <exception cref="Plugin.Authoring.ResourceException">No number could be had, and nothing was bought.</exception>
    public async Task<Outcome<OwnedNumberState>> RunAsync(CancellationToken cancellationToken)
    {
        if (deployment.Numbers.ProtectedFromReplacement(request.Urn.Value) is { } held)
            throw ReleaseMessages.ProtectedFromReplacement(held.Key);
        try
        {
            var purchase = await account.Buyer.BuyAsync(Purchases.Request(request.Urn, request.Inputs), cancellationToken);
            account.Invalidate(purchase.Number);

            // From here on whatever fails is a problem beside the state.
            var offered = purchase.Owned ?? Offered(purchase);
            request.Checkpoint(new OwnedNumberId(account.Carrier, offered.Country, offered.Number).ToString(), StateOf(purchase, offered));
            Report(purchase);
            var owned = purchase.Owned ?? await account.CompleteAsync(offered, cancellationToken);
            return await new NumberConfiguration(account, request.Inputs).BeginAsync(owned, StateOf(purchase, owned), cancellationToken);
        }
        catch (PurchaseException failure) when (failure is { Failure: PurchaseFailure.IndeterminateOutcome, Number: { } number, Country: { } country })
        {
            account.Invalidate(number);
            return Unconfirmed(new CarrierNumber { Number = number, Country = country }, failure);
        }
        catch (PurchaseException failure)
        {
            throw Purchases.Explain(request.Urn, failure);
        }
    }

    /// <summary>A number that may have been bought is saved as if it had been. The next update settles it before anything else is bought.</summary>
    private Outcome<OwnedNumberState> Unconfirmed(CarrierNumber number, PurchaseException failure)
    {
        var state = OwnedNumberStates.Of(account.Carrier, number, request.Inputs, unreported: null, before: null) with
        {
            Account = account.Client.AccountId,
            PurchasedAt = Rfc3339.Text(request.Context.TimeProvider.GetUtcNow()),
            Unconfirmed = true,
        };
        return new Outcome<OwnedNumberState>(new OwnedNumberId(account.Carrier, number.Country, number.Number).ToString(), state)
        {
            Problems = [ConfirmLater(failure)],
        };
    }

    /// <summary>The problem of a number whose purchase could not be confirmed.</summary>
    public static string ConfirmLater(PurchaseException failure) =>
        $"{failure.Message} It is kept in the state, and nothing else is bought in its place; run `pulumi up` again to confirm it. "
        + $"If the carrier's dashboard shows that {failure.Number} was never bought, replace or delete the resource.";

    private void Report(Purchase purchase)
    {
        if (purchase.JournalProblem is { } problem)
            request.Log.Warning($"The order for {purchase.Number} could not be written to the purchase journal ({problem}). If this run is killed, look whether the account rents it.");
        if (purchase.Gone is { } gone)
            request.Log.Warning($"{account.Name}: {gone}, which this resource had, is not rented any more: two looks agree.");
        switch (purchase)
        {
            case { Offer: { } offer }:
                deployment.Purchases.Add(offer.Fees);
                request.Log.Info($"Bought {offer.Number} for {PurchasePrice.Of(offer.Fees, deployment.Purchases)}.");
                break;
            case { Origin: PurchaseOrigin.Recovered }:
                request.Log.Warning($"{purchase.Number} was ordered or kept for this resource by a run that was interrupted, and is taken over: no other number was bought.");
                break;
            default:
                request.Log.Info($"{purchase.Number} is rented already and stays: nothing was bought.");
                break;
        }

        if (purchase.Owned?.Expires is { } end)
            request.Log.Warning(ReleaseMessages.EndingWarning(account.Carrier, purchase.Number, end));
    }

    private OwnedNumberState StateOf(Purchase purchase, CarrierNumber owned)
    {
        var key = new NumberKey(account.Name, purchase.Number);
        var former = deployment.Numbers.FormerNumbers(request.Urn.Value, key);
        var state = OwnedNumberStates.Of(account.Carrier, owned, request.Inputs, unreported: null, before: null) with
        {
            Account = account.Client.AccountId,
            PurchasedAt = purchase.Origin == PurchaseOrigin.Kept ? null : Rfc3339.Text(request.Context.TimeProvider.GetUtcNow()),
            FormerNumbers = former.Count > 0 ? [.. former.Select(OwnedNumberParticipation.Text).Order(StringComparer.Ordinal)] : null,
        };
        return deployment.Prices.Complete(state);
    }

    private static CarrierNumber Offered(Purchase purchase) => new()
    {
        Number = purchase.Number,
        Country = purchase.Country,
        Type = purchase.Offer?.Type,
        Features = purchase.Offer?.Features ?? new HashSet<Carriers.Numbers.NumberFeature>(),
        Fees = purchase.Offer?.Fees,
    };
}
