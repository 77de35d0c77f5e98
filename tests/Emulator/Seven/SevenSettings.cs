using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>Reading and changing active numbers.</summary>
internal sealed class SevenSettings(Func<CarrierRequest, SevenAccount> accountOf, EmulatorState state)
{
    public CarrierResponse List(CarrierRequest request)
    {
        IEnumerable<SevenNumber> shown = state.Behavior.ListsNothing.Contains(CarrierNames.Seven) ? [] : accountOf(request).Before(state.LagOf(request)).Values;
        return SevenResponses.List(request, state, "activeNumbers", [.. shown.Select(SevenResponses.Active)]);
    }

    public CarrierResponse Get(CarrierRequest request) =>
        accountOf(request).Before(state.LagOf(request)).GetValueOrDefault(request.Route("number")) is { } number
            ? CarrierResponse.Json(SevenResponses.Active(number))
            : NotFound();

    public CarrierResponse Update(CarrierRequest request)
    {
        var account = accountOf(request);
        if (account.Find(request.Route("number")) is not { } number)
            return NotFound();
        var fields = new SevenFields(request.Body);
        var changed = number with
        {
            FriendlyName = fields.Text("friendly_name") ?? number.FriendlyName,
            SmsForward = fields.List("sms_forward") is { } numbers ? [.. numbers] : number.SmsForward,
            SlackForward = fields.List("slack_forward") is { } hooks ? [.. hooks] : number.SlackForward,
            EmailForward = fields.List("email_forward") is { } addresses ? [.. addresses] : number.EmailForward,
        };
        account.PutByApi(changed);
        request.Effect($"updated {number.Offer.Country} {number.Number}");
        return CarrierResponse.Json(SevenResponses.Active(changed));
    }

    private static CarrierResponse NotFound() => SevenResponses.Refused("The number is not active", StatusCodes.Status404NotFound);
}
