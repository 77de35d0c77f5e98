using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>Reading and changing active numbers.</summary>
internal sealed class SevenSettings(SevenCarrier seven)
{
    public CarrierAnswer List(CarrierRequest request) => CarrierAnswer.Json(new JsonObject
    {
        ["activeNumbers"] = new JsonArray([.. seven.Active().Values.Select(SevenAnswers.Active)]),
    });

    public CarrierAnswer Get(CarrierRequest request) => Find(request) is { } number
        ? CarrierAnswer.Json(SevenAnswers.Active(number))
        : NotFound();

    public CarrierAnswer Update(CarrierRequest request)
    {
        if (Find(request) is not { } number)
            return NotFound();
        var fields = new SevenFields(request.Body);
        var changed = number with
        {
            FriendlyName = fields.Text("friendly_name") ?? number.FriendlyName,
            SmsForward = fields.List("sms_forward") is { } numbers ? [.. numbers] : number.SmsForward,
            EmailForward = fields.List("email_forward") is { } addresses ? [.. addresses] : number.EmailForward,
        };
        seven.Put(changed);
        request.Effect($"updated {number.Offer.Country} {number.Number}");
        return CarrierAnswer.Json(SevenAnswers.Active(changed));
    }

    private SevenNumber? Find(CarrierRequest request) => seven.Active().GetValueOrDefault(request.Route("number"));

    private static CarrierAnswer NotFound() => SevenAnswers.Refused("The number is not active", StatusCodes.Status404NotFound);
}
