using System.Text.Json.Nodes;
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
            return SevenResponses.Bare(InsufficientCredits, state.Behavior.SevenErrorStatus);

        account.Credit -= price;
        account.PutByApi(new SevenNumber { Offer = offer, PaymentInterval = interval, Created = state.Now });
        Book(account, BillingEntryKind.Purchase, offer, interval);
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
            Book(account, BillingEntryKind.Release, number.Offer, number.PaymentInterval);
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

    private void Book(SevenAccount account, BillingEntryKind kind, StockNumber number, string interval) => state.Book(
        kind, CarrierNames.Seven, account.Id, number with { SetupFee = SevenFees.Setup(number, interval) },
        interval, SevenFees.BasicCharge(number, interval));
}
