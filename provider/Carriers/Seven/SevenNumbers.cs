using System.Net;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Http;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>seven.io's Numbers API over HTTP. Its lists come whole; what it cannot filter by is filtered here.</summary>
internal sealed class SevenNumbers(CarrierHttp http, string accountId) : INumberCarrier
{
    public string Name => "seven";

    public string AccountId => accountId;

    public NumberCarrierCapabilities Capabilities => NumberCarrierCapabilities.Seven;

    public async IAsyncEnumerable<AvailableNumber> SearchAsync(NumberCriteria criteria, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = CarrierPath.Of("numbers", "available")
            .With("country", criteria.Country)
            .With("features_sms", Wanted(NumberFeature.Sms))
            .With("features_a2p_sms", Wanted(NumberFeature.A2pSms))
            .With("features_voice", Wanted(NumberFeature.Voice));
        var request = new CarrierRequest<IReadOnlyList<SevenAvailableJson>>(
            "search numbers", HttpMethod.Get, path, Repeatability.Read,
            Answer.As<SevenAvailableListJson, IReadOnlyList<SevenAvailableJson>>(list => list.Numbers));
        foreach (var json in await http.SendAsync(request, cancellationToken))
        {
            if (!Msisdn.TryParse(json.Number, out var number) || !criteria.SearchPattern.Matches(criteria.Pattern, number))
                continue;
            var available = json.ToAvailable(number, criteria.PaymentInterval);
            if (criteria.Features.IsSubsetOf(available.Features) && (criteria.Country is null || SameCountry(criteria.Country, available.Country)))
                yield return available;
        }

        string? Wanted(NumberFeature feature) => criteria.Features.Contains(feature) ? "true" : null;
    }

    public async IAsyncEnumerable<OwnedNumber> ListOwnedAsync(OwnedNumberFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<IReadOnlyList<SevenActiveJson>>(
            "list the account's numbers", HttpMethod.Get, CarrierPath.Of("numbers", "active"), Repeatability.Read,
            Answer.As<SevenActiveListJson, IReadOnlyList<SevenActiveJson>>(list => list.Numbers));
        foreach (var json in await http.SendAsync(request, cancellationToken))
        {
            if (Msisdn.TryParse(json.Number, out var number) && json.ToOwned(number) is var owned && filter.Admits(owned))
                yield return owned;
        }
    }

    public async Task<OwnedNumber?> FindOwnedAsync(string? country, Msisdn number, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<OwnedNumber>(
            $"look up {number}", HttpMethod.Get, Active(number), Repeatability.Read,
            Answer.As<SevenActiveJson, OwnedNumber>(json => json.ToOwned(number)));
        try
        {
            var owned = await http.SendAsync(request, cancellationToken);
            return country is null || SameCountry(country, owned.Country) ? owned : null;
        }
        catch (CarrierException exception) when (exception.Kind == CarrierErrorKind.NotFound)
        {
            return null;
        }
    }

    public Task BuyAsync(NumberOrder order, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(
            $"order {order.Number}", HttpMethod.Post, CarrierPath.Of("numbers", "order"), Repeatability.Once, Succeeded)
        {
            Body = new JsonBody(new JObject
            {
                ["number"] = order.Number.Digits,
                ["payment_interval"] = WireName<PaymentInterval>.Of(order.PaymentInterval),
            }),
            Sharpen = NotOnOffer,
        };
        return http.SendAsync(request, cancellationToken);
    }

    public Task CancelAsync(NumberCancellation cancellation, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(
            $"cancel {cancellation.Number}", HttpMethod.Delete, Active(cancellation.Number), Repeatability.Once, Succeeded)
        {
            Body = new JsonBody(new JObject { ["delete_immediately"] = cancellation.Immediately }),
        };
        return http.SendAsync(request, cancellationToken);
    }

    public Task ConfigureAsync(string country, Msisdn number, NumberSettings settings, CancellationToken cancellationToken)
    {
        var body = new JObject();
        if (settings.FriendlyName is { } name)
            body["friendly_name"] = name;
        if (settings.SmsForward is { } numbers)
            body["sms_forward"] = new JArray(numbers);
        if (settings.EmailForward is { } addresses)
            body["email_forward"] = new JArray(addresses);

        var request = new CarrierRequest<SevenActiveJson>(
            $"configure {number}", HttpMethod.Patch, Active(number), Repeatability.Idempotent,
            Answer.As<SevenActiveJson, SevenActiveJson>(json => json))
        {
            Body = new JsonBody(body),
        };
        return http.SendAsync(request, cancellationToken);
    }

    private static CarrierPath Active(Msisdn number) => CarrierPath.Of("numbers", "active", number.Digits);

    private static bool SameCountry(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool Succeeded(HttpStatusCode status, JToken? json)
        => json?["success"] is JValue success && (bool)success ? true : throw new JsonSerializationException("the answer does not say whether it succeeded");

    private static CarrierError NotOnOffer(CarrierError error)
        => error.Words?.Contains("available", StringComparison.OrdinalIgnoreCase) == true ? error with { Kind = CarrierErrorKind.Conflict } : error;
}
