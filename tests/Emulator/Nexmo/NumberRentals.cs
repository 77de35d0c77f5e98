using PulumiNumbers.Emulator.Accounting;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>Buying and cancelling.</summary>
internal sealed class NumberRentals(NumbersApiVariant variant, EmulatorState state)
{
    private const string NotAvailable = "this number is not available";

    /// <summary>A country whose numbers need a local address first.</summary>
    private const string DashboardOnly = "IE";

    public CarrierResponse Buy(CarrierRequest request)
    {
        if (variant.Account(request) is not { } account)
            return variant.Failed("method failed");
        if (request.Field("country") is not { Length: > 0 } country || request.Field("msisdn") is not { Length: > 0 } msisdn)
            return variant.Failed("missing parameter: country and msisdn are required");
        if (country == DashboardOnly)
        {
            return variant.Failed(
                "Numbers from this country can be requested from the Dashboard as they require a valid local address to be provided before being purchased.");
        }

        if (variant.PurchaseRefusal() is { } refusal)
            return variant.Failed(refusal);
        variant.Competitors.BeforePurchase(msisdn);
        if (variant.Stock.Find(msisdn) is not { } offered || offered.Country != country)
            return variant.Failed(NotAvailable);

        var behavior = state.Behavior;
        account.Buy(offered, NexmoAccount.ToRental(offered) with
        {
            PoolRefusalsLeft = behavior.PoolAdmissionRefusals,
            UnknownToPoolsUntil = behavior.PoolAdmissionDelay > TimeSpan.Zero ? state.Now + behavior.PoolAdmissionDelay : null,
        });
        state.Book(BillingEntryKind.Purchase, variant.Carrier, account.Id, offered);
        request.Effect($"bought {country} {msisdn}");
        return NumbersApiResponses.Success();
    }

    public CarrierResponse Cancel(CarrierRequest request)
    {
        if (variant.Account(request) is not { } account
            || request.Field("msisdn") is not { } msisdn
            || account.Find(msisdn) is not { } number
            || number.Country != request.Field("country"))
        {
            return variant.Failed("method failed");
        }

        account.CancelByApi(number);
        state.Book(BillingEntryKind.Release, variant.Carrier, account.Id, number.ToStock());
        request.Effect($"cancelled {number.Country} {msisdn}");
        return NumbersApiResponses.Success();
    }
}
