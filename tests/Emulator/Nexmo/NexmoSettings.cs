using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>Changing a number's settings: a field that is not sent stays, an empty one clears.</summary>
internal sealed class NexmoSettings(NexmoDialect dialect)
{
    public CarrierAnswer Update(CarrierRequest request)
    {
        if (dialect.Account(request) is not { } account
            || request.Field("msisdn") is not { } msisdn
            || account.Find(msisdn) is not { } number
            || number.Country != request.Field("country"))
        {
            return dialect.Failed("method failed");
        }

        if (Objection(request) is { } objection)
            return dialect.Failed(objection);

        account.Change(msisdn, _ => number with
        {
            MoHttpUrl = New("moHttpUrl", number.MoHttpUrl),
            MoSmppSysType = New("moSmppSysType", number.MoSmppSysType),
            VoiceCallbackType = New("voiceCallbackType", number.VoiceCallbackType),
            VoiceCallbackValue = New("voiceCallbackValue", number.VoiceCallbackValue),
            VoiceStatusCallback = New("voiceStatusCallback", number.VoiceStatusCallback),
            AppId = dialect.HasApplications ? New("app_id", number.AppId) : number.AppId,
        });
        request.Effect($"updated {number.Country} {msisdn}");
        return NexmoAnswers.Success();

        string? New(string field, string? old) => request.Field(field) switch
        {
            null => old,
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
