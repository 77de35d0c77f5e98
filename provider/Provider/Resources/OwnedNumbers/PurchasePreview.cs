using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Resources;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Foretells a purchase: whether there is such a number, and what it will cost.</summary>
internal sealed class PurchasePreview(
    CarrierAccounts accounts, RunMemory run, CreateRequest<OwnedNumberArgs> request, StatePreview<OwnedNumberState> preview)
{
    private readonly OwnedNumberArgs _inputs = request.Inputs;

    /// <summary>Says what the purchase costs, as an information beside the resource.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        // What was looked for is not yet what was found.
        if (_inputs.Number is null)
            preview.Unknown(state => state.Number);
        preview.Unknown(state => state.Type);
        preview.Unknown(state => state.Features);
        if (!IsDecided())
            return;

        var account = accounts.Numbers(_inputs.Carrier, request.Log);
        try
        {
            if (_inputs.Number is { } number && await account.FindAsync(number, cancellationToken) is { } owned)
            {
                Adoption.Allow(run, request.Urn, account.Carrier, owned);
                request.Log.Info($"{number} is rented already and stays: nothing will be bought.");
                return;
            }

            Tell(account, await account.QuoteAsync(_inputs, cancellationToken));
        }
        catch (CarrierException failure) when (failure.Kind.MayPass())
        {
            request.Log.Warning($"What this purchase will cost is not known: {failure.Message}");
        }
    }

    private void Tell(NumberAccount account, AvailableNumber? offer)
    {
        if (offer is null)
        {
            request.Log.Warning(_inputs.Number is { } missing
                ? $"{account.Name} does not offer {missing} at present, or not within the limits of this resource: the purchase will fail."
                : $"{account.Name} offers no number at present that meets the criteria: the purchase will fail.");
            return;
        }

        var total = run.Purchases.Add(request.Urn, offer.Fees);
        if (_inputs.Number is null)
        {
            request.Log.Info($"Buying a number such as {offer.Number} costs {Price.Of(offer.Fees)} ({total}).");
            return;
        }

        request.Log.Info($"Buying {offer.Number} costs {Price.Of(offer.Fees)} ({total}).");
        preview.Known(state => state.Type, offer.Type);
        preview.Known(state => state.Features, offer.Features);
        preview.Known(state => state.MonthlyFee, (double?)offer.Fees.PerMonth);
        preview.Known(state => state.SetupFee, (double?)offer.Fees.Setup);
        preview.Known(state => state.Currency, offer.Fees.Currency);
    }

    /// <summary>Whether all that decides which number is bought is known already.</summary>
    private bool IsDecided() =>
        request.IsKnown(args => args.Carrier) && request.IsKnown(args => args.Country) && request.IsKnown(args => args.Number)
        && request.IsKnown(args => args.Pattern) && request.IsKnown(args => args.SearchPattern) && request.IsKnown(args => args.Type)
        && request.IsKnown(args => args.Features) && request.IsKnown(args => args.PaymentInterval)
        && request.IsKnown(args => args.MaxMonthlyFee) && request.IsKnown(args => args.MaxSetupFee);
}
