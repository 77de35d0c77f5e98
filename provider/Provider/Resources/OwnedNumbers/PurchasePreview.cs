using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Previews a purchase: whether there is such a number, and what it will cost.</summary>
internal sealed class PurchasePreview(CarrierAccounts accounts, CreateRequest<OwnedNumberArgs> request, StatePreview<OwnedNumberState> preview)
{
    private readonly OwnedNumberArgs _inputs = request.Inputs;

    /// <summary>Says what the purchase costs, as an information beside the resource.</summary>
    /// <exception cref="ResourceException">The purchase will fail; better now than half-way through an update.</exception>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        // What was looked for is not yet what will be found.
        preview.Unknown(state => state.Type);
        preview.Unknown(state => state.Features);
        if (!IsDecided())
            return;
        if (accounts.Deployment.Numbers.ProtectedFromReplacement(request.Urn.Value) is { } held)
            throw ReleaseMessages.ProtectedFromReplacement(held.Key);
        try
        {
            var account = accounts.Numbers(_inputs.Carrier, request.Log);
            Report(await account.Buyer.QuoteAsync(Purchases.Request(request.Urn, _inputs), cancellationToken));
        }
        catch (PurchaseException refusal)
        {
            throw Purchases.Explain(request.Urn, refusal);
        }
        catch (CarrierException failure) when (failure.Kind.IsTransient())
        {
            request.Log.Warning($"What this purchase will cost is not known: {failure.Message}");
        }
    }

    private void Report(NumberQuote quote)
    {
        if (quote.Fees is not { } fees)
        {
            request.Log.Info($"{quote.Number} is rented already and stays: nothing will be bought.");
            return;
        }

        accounts.Deployment.Purchases.Add(fees);
        var which = _inputs.Number is null ? $"a number such as {quote.Number}" : $"{quote.Number}";
        request.Log.Info($"Buying {which} costs {PurchasePrice.Of(fees, accounts.Deployment.Purchases)}.");
        if (_inputs.Number is null)
            return;
        preview.Known(state => state.MonthlyFee, (double?)fees.PerMonth);
        preview.Known(state => state.SetupFee, (double?)fees.Setup);
        preview.Known(state => state.Currency, fees.Currency);
    }

    /// <summary>Whether all that decides which number is bought is known already.</summary>
    private bool IsDecided() =>
        request.IsKnown(args => args.Carrier) && request.IsKnown(args => args.Country) && request.IsKnown(args => args.Number)
        && request.IsKnown(args => args.Pattern) && request.IsKnown(args => args.SearchPattern) && request.IsKnown(args => args.Type)
        && request.IsKnown(args => args.Features) && request.IsKnown(args => args.PaymentInterval)
        && request.IsKnown(args => args.MaxMonthlyFee) && request.IsKnown(args => args.MaxSetupFee);
}
