using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Nexmo;

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

        if (Objection(request) is { } objection)
            return variant.Failed(objection);

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

    private static string? Objection(CarrierRequest request)
    {
        if (request.Field("moHttpUrl") is { Length: > 0 } url && !CallbackUrl.Answers(url))
            return "method failed: moHttpUrl did not answer with 200";

        var type = request.Field("voiceCallbackType");
        var value = request.Field("voiceCallbackValue");
        if (string.IsNullOrEmpty(type) != string.IsNullOrEmpty(value) || (type is null) != (value is null))
            return "method failed: voiceCallbackType and voiceCallbackValue go together";
        return type is null or "" or "sip" or "tel" or "app" ? null : "method failed: voiceCallbackType must be sip, tel or app";
    }
}
