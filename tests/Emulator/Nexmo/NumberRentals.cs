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

        if (state.Behavior.WithoutCredit.Contains(variant.Carrier))
            return NumbersApiResponses.Failure(StatusCodes.Status401Unauthorized, "authentication failed", StatusCodes.Status401Unauthorized);
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
        state.Record(BillingEntryKind.Purchase, variant.Carrier, account.Id, offered);
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
        state.Record(BillingEntryKind.Release, variant.Carrier, account.Id, number.ToStock());
        request.Effect($"cancelled {number.Country} {msisdn}");
        return NumbersApiResponses.Success();
    }
}

/// <summary>Changing a number's settings: an empty field clears, and one that is not sent stays or clears too, as the carrier behaves.</summary>
internal sealed class NumberSettings(NumbersApiVariant variant, EmulatorState state)
{
    public CarrierResponse Update(CarrierRequest request)
    {
        if (variant.Account(request) is not { } account
            || request.Field("msisdn") is not { } msisdn
            || account.Find(msisdn) is not { } number
            || number.Country != request.Field("country"))
        {
            return variant.Failed("method failed");
        }

        if (GetViolation(request) is { } violation)
            return variant.Failed(violation);

        account.Update(number with
        {
            MoHttpUrl = New("moHttpUrl", number.MoHttpUrl),
            MoSmppSysType = New("moSmppSysType", number.MoSmppSysType),
            VoiceCallbackType = New("voiceCallbackType", number.VoiceCallbackType),
            VoiceCallbackValue = New("voiceCallbackValue", number.VoiceCallbackValue),
            VoiceStatusCallback = New("voiceStatusCallback", number.VoiceStatusCallback),
            AppId = variant.IsVonage ? New("app_id", number.AppId) : number.AppId,
        });
        request.Effect($"updated {number.Country} {msisdn}");
        return NumbersApiResponses.Success();

        string? New(string field, string? old) => request.Field(field) switch
        {
            null => state.Behavior.UpdatesReplace ? null : old,
            "" => null,
            var value => value,
        };
    }

    private static string? GetViolation(CarrierRequest request)
    {
        if (request.Field("moHttpUrl") is { Length: > 0 } url && !CallbackUrl.Responds(url))
            return "method failed: moHttpUrl did not response with 200";

        var type = request.Field("voiceCallbackType");
        var value = request.Field("voiceCallbackValue");
        if (string.IsNullOrEmpty(type) != string.IsNullOrEmpty(value) || (type is null) != (value is null))
            return "method failed: voiceCallbackType and voiceCallbackValue go together";
        return type is null or "" or "sip" or "tel" or "app" ? null : "method failed: voiceCallbackType must be sip, tel or app";
    }
}
