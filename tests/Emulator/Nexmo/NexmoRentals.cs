using PulumiNumbers.Emulator.Accounting;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>Buying and cancelling.</summary>
internal sealed class NexmoRentals(NexmoDialect dialect, EmulatorState state)
{
    private const string NotAvailable = "this number is not available";

    /// <summary>A country whose numbers need a local address first.</summary>
    private const string DashboardOnly = "IE";

    public CarrierAnswer Buy(CarrierRequest request)
    {
        if (dialect.Account(request) is not { } account)
            return dialect.Failed("method failed");
        if (request.Field("country") is not { Length: > 0 } country || request.Field("msisdn") is not { Length: > 0 } msisdn)
            return dialect.Failed("missing parameter: country and msisdn are required");
        if (country == DashboardOnly)
        {
            return dialect.Failed(
                "Numbers from this country can be requested from the Dashboard as they require a valid local address to be provided before being purchased.");
        }

        if (dialect.PurchaseRefusal() is { } refusal)
            return dialect.Failed(refusal);
        dialect.Competitors.BeforePurchase(msisdn);
        if (dialect.Stock.Find(msisdn) is not { } offered || offered.Country != country)
            return dialect.Failed(NotAvailable);

        var options = state.Options;
        account.Subscribe(NexmoAccount.ToRental(offered) with
        {
            PoolRefusalsLeft = options.PoolAdmissionRefusals,
            UnknownToPoolsUntil = options.PoolAdmissionDelay > TimeSpan.Zero ? state.Now + options.PoolAdmissionDelay : null,
        });
        state.Book(LedgerEntryKind.Purchase, dialect.Carrier, account.Id, offered);
        request.Effect($"bought {country} {msisdn}");
        return NexmoAnswers.Success();
    }

    public CarrierAnswer Cancel(CarrierRequest request)
    {
        if (dialect.Account(request) is not { } account
            || request.Field("msisdn") is not { } msisdn
            || account.Find(msisdn) is not { } number
            || number.Country != request.Field("country"))
        {
            return dialect.Failed("method failed");
        }

        account.Remove(msisdn);
        state.Book(LedgerEntryKind.Release, dialect.Carrier, account.Id, number.ToStock());
        request.Effect($"cancelled {number.Country} {msisdn}");
        return NexmoAnswers.Success();
    }
}
