using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Accounting;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>Searching, ordering and giving back.</summary>
internal sealed class SevenOrders(SevenCarrier seven, EmulatorState state)
{
    private const int InsufficientCredits = 500;

    public CarrierAnswer Available(CarrierRequest request)
    {
        var country = request.Query("country");
        var wanted = Wanted("features_sms", NumberFeatures.Sms)
            | Wanted("features_a2p_sms", NumberFeatures.A2pSms)
            | Wanted("features_voice", NumberFeatures.Voice);
        var matching = seven.Stock.Offered()
            .Where(number => (country is null || number.Country == country) && number.Features.HasFlag(wanted))
            .ToList();
        var answer = CarrierAnswer.Json(new JsonObject
        {
            ["availableNumbers"] = new JsonArray([.. matching.Select(SevenAnswers.Available)]),
        });
        seven.Competitors.AfterSearch(matching.Select(number => number.Number));
        return answer;

        NumberFeatures Wanted(string parameter, NumberFeatures feature) =>
            request.Query(parameter) is "1" or "true" ? feature : NumberFeatures.None;
    }

    public CarrierAnswer Order(CarrierRequest request)
    {
        var fields = new SevenFields(request.Body);
        if (fields.Text("number") is not { Length: > 0 } number)
            return SevenAnswers.Refused("The number is missing");
        var interval = fields.Text("payment_interval") ?? "annually";
        if (interval is not ("monthly" or "annually"))
            return SevenAnswers.Refused("The payment interval must be monthly or annually");

        seven.Competitors.BeforePurchase(number);
        if (seven.Stock.Find(number) is not { } offer)
            return SevenAnswers.Refused("The number is not available");
        var price = SevenFees.BasicCharge(offer, interval) + SevenFees.Setup(offer, interval);
        if (price > seven.Credit)
            return SevenAnswers.Bare(InsufficientCredits, state.Options.SevenErrorStatus);

        seven.Credit -= price;
        seven.Put(new SevenNumber { Offer = offer, PaymentInterval = interval, Created = state.Now });
        Book(LedgerEntryKind.Purchase, offer, interval);
        request.Effect($"ordered {offer.Country} {number}");
        return CarrierAnswer.Json(new JsonObject { ["success"] = true, ["error"] = null });
    }

    public CarrierAnswer Delete(CarrierRequest request)
    {
        if (seven.Active().GetValueOrDefault(request.Route("number")) is not { } number)
            return SevenAnswers.Refused("The number is not active", StatusCodes.Status404NotFound);
        var immediately = new SevenFields(request.Body).Flag("delete_immediately");
        if (number.Expires is null)
            Book(LedgerEntryKind.Release, number.Offer, number.PaymentInterval);
        if (immediately)
            seven.End(number.Number);
        else
            seven.Put(number with { Expires = number.Expires ?? EndOfPeriod(number) });

        request.Effect($"{(immediately ? "deleted" : "cancelled")} {number.Offer.Country} {number.Number}");
        return CarrierAnswer.Json(new JsonObject { ["success"] = true });
    }

    private DateTimeOffset EndOfPeriod(SevenNumber number)
    {
        var months = number.PaymentInterval == "monthly" ? 1 : 12;
        var periods = 1;
        while (number.Created.AddMonths(months * periods) <= state.Now)
            periods++;
        return number.Created.AddMonths(months * periods);
    }

    private void Book(LedgerEntryKind kind, StockNumber number, string interval) => state.Book(
        kind, CarrierNames.Seven, EmulatorCredentials.SevenApiKey, number with { SetupFee = SevenFees.Setup(number, interval) },
        interval, SevenFees.BasicCharge(number, interval));
}
