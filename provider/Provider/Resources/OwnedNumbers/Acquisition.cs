using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Gets a resource its number, by purchase or because the number is its own already, and configures it.</summary>
internal sealed class Acquisition(NumberAccount account, RunMemory run, CreateRequest<OwnedNumberArgs> request)
{
    /// <summary>The resource with its number. Once money may have been spent, nothing is thrown any more.</summary>
    /// <exception cref="ResourceException">No number could be had, and nothing was bought.</exception>
    public async Task<Outcome<OwnedNumberState>> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            var purchase = await account.Buyer.BuyAsync(Purchases.Request(request.Urn, request.Inputs), cancellationToken);
            account.Invalidate(purchase.Number);
            Tell(purchase);
            var configured = await new NumberConfiguration(account, request.Inputs).BeginAsync(Unconfigured(purchase), cancellationToken);
            return configured with { State = run.Prices.Complete(configured.State) };
        }
        catch (PurchaseException failure) when (failure is { Failure: PurchaseFailure.OutcomeUnknown, Number: { } number, Country: { } country })
        {
            account.Invalidate(number);
            return Doubtful(new CarrierNumber { Number = number, Country = country }, failure);
        }
        catch (PurchaseException refusal)
        {
            throw Purchases.Explain(request.Urn, refusal);
        }
    }

    /// <summary>
    /// A number that may have been bought is saved as if it had been. The next run reads it before it does anything else: if it was bought it is
    /// there and is configured, otherwise it is gone and another purchase is safe.
    /// </summary>
    private Outcome<OwnedNumberState> Doubtful(CarrierNumber number, PurchaseException failure) => new(
        new OwnedNumberId(account.Carrier, number.Country, number.Number).ToString(),
        OwnedNumberStates.Of(account.Carrier, number, request.Inputs, unreported: null, before: null))
    {
        Problems = [$"{failure.Message}. The number is kept in the state: the next `pulumi up`, or `pulumi refresh`, asks the carrier again and settles it."],
    };

    private void Tell(Purchase purchase)
    {
        if (purchase.Offer is { } offer)
        {
            run.Purchases.Add(offer.Fees);
            request.Log.Info($"Bought {offer.Number} for {PurchasePrice.Of(offer.Fees, run.Purchases)}.");
            return;
        }

        request.Log.Info($"{purchase.Number} is rented already and stays: nothing was bought.");
        if (purchase.Owned?.Expires is { } end)
            request.Log.Warning(Ending.Warning(account.Carrier, purchase.Number, end));
    }

    private static CarrierNumber Unconfigured(Purchase purchase) => purchase.Owned ?? new CarrierNumber
    {
        Number = purchase.Number,
        Country = purchase.Country,
        Type = purchase.Offer?.Type,
        Features = purchase.Offer?.Features ?? new HashSet<NumberFeature>(),
        Fees = purchase.Offer?.Fees,
    };
}
