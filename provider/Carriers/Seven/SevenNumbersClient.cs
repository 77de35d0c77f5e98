using System.Net;
using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Seven;

/// <summary>seven.io's Numbers API over HTTP. Its lists come whole; what it cannot filter by is filtered here.</summary>
internal sealed class SevenNumbersClient(CarrierHttp http) : INumberCarrier
{
    private const string ListOperation = "list the account's numbers";

    public string Name => http.Carrier;

    public string AccountId => http.AccountId;

    public NumberCarrierCapabilities Capabilities => NumberCarrierCapabilities.Seven;

    public async IAsyncEnumerable<AvailableNumber> SearchAsync(NumberCriteria criteria, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var path = CarrierPath.Of("numbers", "available")
            .With("country", criteria.Country)
            .With("features_sms", Required(NumberFeature.Sms))
            .With("features_a2p_sms", Required(NumberFeature.A2pSms))
            .With("features_voice", Required(NumberFeature.Voice));
        var request = new CarrierRequest<IReadOnlyList<AvailableNumber>>(
            "search numbers", HttpMethod.Get, path, RetrySafety.Safe,
            ResponseBody.Object<IReadOnlyList<AvailableNumber>>(
                json => [.. json.Objects("availableNumbers").Select(item => SevenJson.ReadAvailable(item, criteria.PaymentInterval)).OfType<AvailableNumber>()]));
        foreach (var available in await http.SendAsync(request, cancellationToken))
        {
            if (criteria.SearchPattern.Matches(criteria.Pattern, available.Number)
                && criteria.Features.IsSubsetOf(available.Features)
                && (criteria.Country is null || IsSameCountry(criteria.Country, available.Country)))
                yield return available;
        }

        string? Required(NumberFeature feature) => criteria.Features.Contains(feature) ? "true" : null;
    }

    public async IAsyncEnumerable<OwnedNumber> ListOwnedAsync(OwnedNumberFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (filter.ApplicationId is not null || filter.HasApplication is not null)
            throw CapabilityErrors.UnsupportedFilter(Name, ListOperation, filter);

        var request = new CarrierRequest<IReadOnlyList<OwnedNumber>>(
            ListOperation, HttpMethod.Get, CarrierPath.Of("numbers", "active"), RetrySafety.Safe,
            ResponseBody.Object<IReadOnlyList<OwnedNumber>>(json => [.. json.Objects("activeNumbers").Select(SevenJson.ReadOwned).OfType<OwnedNumber>()]));
        foreach (var owned in await http.SendAsync(request, cancellationToken))
        {
            if (filter.Accepts(owned))
                yield return owned;
        }
    }

    public async Task<OwnedNumber?> FindOwnedAsync(string? country, Msisdn number, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<OwnedNumber>(
            $"look up {number}", HttpMethod.Get, Active(number), RetrySafety.Safe,
            ResponseBody.Object(json => SevenJson.ReadOwned(json) ?? throw new UnreadableResponseException("number is no telephone number")));
        try
        {
            var owned = await http.SendAsync(request, cancellationToken);
            return country is null || IsSameCountry(country, owned.Country) ? owned : null;
        }
        catch (CarrierException exception) when (exception.HttpStatus == (int)HttpStatusCode.NotFound)
        {
            // The documents do not show this 404's body, so that a gateway's cannot be told apart from it.
            if ((await ConfirmAsync(exception, number, cancellationToken)).Kind == CarrierErrorKind.NotFound)
                return null;
            throw;
        }
    }

    public Task BuyAsync(NumberOrder order, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(
            $"order {order.Number}", HttpMethod.Post, CarrierPath.Of("numbers", "order"), RetrySafety.NonIdempotent, Succeeded)
        {
            Body = new JsonBody(new JObject
            {
                ["number"] = order.Number.Digits,
                ["payment_interval"] = order.PaymentInterval.ToWireName(),
            }),
            RefineError = NotOnOffer,
        };
        return http.SendAsync(request, cancellationToken);
    }

    public async Task CancelAsync(NumberCancellation cancellation, CancellationToken cancellationToken)
    {
        // A form field, typed as text, in the body of the DELETE.
        var request = new CarrierRequest<bool>(
            $"cancel {cancellation.Number}", HttpMethod.Delete, Active(cancellation.Number), RetrySafety.NonIdempotent, Succeeded)
        {
            Body = new FormBody().With("delete_immediately", cancellation.Immediately ? "true" : "false"),
        };
        try
        {
            await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException exception) when (exception.HttpStatus == (int)HttpStatusCode.NotFound)
        {
            throw await ConfirmAsync(exception, cancellation.Number, cancellationToken);
        }
    }

    public async Task ConfigureAsync(NumberUpdate update, CancellationToken cancellationToken)
    {
        var changes = update.Changes;
        var current = update.Current ?? await FindOwnedAsync(country: null, update.Number, cancellationToken);
        var known = current?.Settings ?? update.LastKnown;

        // No operation reports slack_forward, which stays as it is where it is not sent.
        var body = new JObject();
        if ((changes.FriendlyName ?? known.FriendlyName) is { } name)
            body["friendly_name"] = name;
        Add("sms_forward", changes.SmsForward, known.SmsForward);
        Add("email_forward", changes.EmailForward, known.EmailForward);

        var request = new CarrierRequest<bool>(
            $"configure {update.Number}", HttpMethod.Patch, Active(update.Number), RetrySafety.Idempotent,
            ResponseBody.Object(json => json.RequiredText("number").Length > 0))
        {
            Body = new JsonBody(body),
        };
        await http.SendAsync(request, cancellationToken);

        // A forwarding that is off may keep its targets: only a change may replace them by none.
        void Add(string field, IReadOnlyList<string>? change, IReadOnlyList<string>? target)
        {
            if (change is not null || target is { Count: > 0 })
                body[field] = new JArray(change ?? target!);
        }
    }

    private static CarrierPath Active(Msisdn number) => CarrierPath.Of("numbers", "active", number.Digits);

    private static bool IsSameCountry(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static bool Succeeded(HttpStatusCode status, JToken? json) => JsonFields.Object(json).Flag("success") == true
        ? true
        : throw new UnreadableResponseException("success is missing");

    private static CarrierError NotOnOffer(CarrierError error) => error.CarrierMessage?.Contains("available", StringComparison.OrdinalIgnoreCase) == true
        ? error with { Kind = CarrierErrorKind.Conflict }
        : error;

    private Task<CarrierException> ConfirmAsync(CarrierException response, Msisdn number, CancellationToken cancellationToken)
        => MissingConfirmation.ConfirmAsync(
            response, async () => await ListOwnedAsync(new OwnedNumberFilter(), cancellationToken).AnyAsync(owned => owned.Number == number, cancellationToken));
}
