using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using PulumiNumbers.Emulator.Accounting;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>Searching, ordering and giving back.</summary>
internal sealed class SevenOrders(SevenCarrier seven, Func<CarrierRequest, SevenAccount> accountOf, EmulatorState state)
{
    private const int InsufficientCredits = 500;

    public CarrierResponse Available(CarrierRequest request)
    {
        var country = request.Query("country");
        var wanted = Wanted("features_sms", NumberFeatures.Sms)
            | Wanted("features_a2p_sms", NumberFeatures.A2pSms)
            | Wanted("features_voice", NumberFeatures.Voice);
        var matching = seven.Stock.Offered(state.LagOf(request))
            .Where(number => (country is null || number.Country == country) && number.Features.HasFlag(wanted))
            .ToList();
        var response = SevenResponses.List(request, state, "availableNumbers", [.. matching.Select(SevenResponses.Available)]);
        seven.Competitors.AfterSearch(matching.Select(number => number.Number));
        return response;

        NumberFeatures Wanted(string parameter, NumberFeatures feature) =>
            request.Query(parameter) is "1" or "true" ? feature : NumberFeatures.None;
    }

    public CarrierResponse Order(CarrierRequest request)
    {
        var fields = new SevenFields(request.Body);
        if (fields.Text("number") is not { Length: > 0 } number)
            return SevenResponses.Refused("The number is missing");
        var interval = fields.Text("payment_interval") ?? "annually";
        if (interval is not ("monthly" or "annually"))
            return SevenResponses.Refused("The payment interval must be monthly or annually");

        seven.Competitors.BeforePurchase(number);
        if (seven.Stock.Find(number) is not { } offer)
            return SevenResponses.Refused("The number is not available");
        var account = accountOf(request);
        var price = SevenFees.BasicCharge(offer, interval) + SevenFees.Setup(offer, interval);
        if (price > account.Credit)
            return SevenResponses.NumericError(InsufficientCredits, state.Behavior.SevenErrorStatus);

        account.Credit -= price;
        account.PutByApi(new SevenNumber { Offer = offer, PaymentInterval = interval, Created = state.Now });
        Record(account, BillingEntryKind.Purchase, offer, interval);
        request.Effect($"ordered {offer.Country} {number}");
        return SevenResponses.Ordered();
    }

    public CarrierResponse Delete(CarrierRequest request)
    {
        var account = accountOf(request);
        if (account.Active().GetValueOrDefault(request.Route("number")) is not { } number)
            return SevenResponses.Refused("The number is not active", StatusCodes.Status404NotFound);
        var immediately = new SevenFields(request.Body).Flag("delete_immediately");
        if (number.Expires is null)
            Record(account, BillingEntryKind.Release, number.Offer, number.PaymentInterval);
        if (immediately)
            account.EndByApi(number);
        else
            account.PutByApi(number with { Expires = number.Expires ?? EndOfPeriod(number) });

        request.Effect($"{(immediately ? "deleted" : "cancelled")} {number.Offer.Country} {number.Number}");
        return CarrierResponse.Json(new JsonObject { ["success"] = true });
    }

    private DateTimeOffset EndOfPeriod(SevenNumber number)
    {
        var months = number.PaymentInterval == "monthly" ? 1 : 12;
        var periods = 1;
        while (number.Created.AddMonths(months * periods) <= state.Now)
            periods++;
        return number.Created.AddMonths(months * periods);
    }

    private void Record(SevenAccount account, BillingEntryKind kind, StockNumber number, string interval) => state.Record(
        kind, CarrierNames.Seven, account.Id, number with { SetupFee = SevenFees.Setup(number, interval) },
        interval, SevenFees.BasicCharge(number, interval));
}

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

/// <summary>A body's fields, whether they come as a form or as JSON.</summary>
internal sealed class SevenFields(RequestBody body)
{
    private readonly JsonObject? _json = body.IsForm ? null : body.JsonObject();
    private readonly IReadOnlyDictionary<string, StringValues> _form = body.Form;

    /// <summary>A text; null where absent.</summary>
    public string? Text(string name) => _json is null
        ? _form.TryGetValue(name, out var value) ? value.ToString() : null
        : ToText(_json[name]);

    /// <summary>A flag; false where absent.</summary>
    public bool Flag(string name) => Text(name) is "1" or "true" or "True";

    /// <summary>A list; null where absent. In a form it is a repeated field, with or without brackets, and empty when its only value is.</summary>
    public IReadOnlyList<string>? List(string name)
    {
        if (_json is not null)
            return _json[name] is JsonArray array ? [.. array.Select(item => ToText(item) ?? "")] : null;
        if (!_form.TryGetValue(name, out var values) && !_form.TryGetValue(name + "[]", out values))
            return null;
        return [.. values.Where(value => !string.IsNullOrEmpty(value)).Select(value => value!)];
    }

    private static string? ToText(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => null,
        JsonValueKind.String => node.GetValue<string>(),
        _ => node.ToJsonString(),
    };
}
