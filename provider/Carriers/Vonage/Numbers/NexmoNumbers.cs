using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Http;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Vonage.Numbers;

/// <summary>The Numbers API (Vonage's, and KPN's in front of it) over HTTP.</summary>
internal sealed class NexmoNumbers(CarrierHttp http, Redactor redactor, NexmoDialect dialect, string accountId) : INumberCarrier
{
    private const int PageSize = 100;

    public string Name => dialect.Name;

    public string AccountId => accountId;

    public NumberCarrierCapabilities Capabilities => dialect.Capabilities;

    public async IAsyncEnumerable<AvailableNumber> SearchAsync(NumberCriteria criteria, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var country = criteria.Country ?? throw new ArgumentException("the Numbers API searches in one country", nameof(criteria));
        var listing = PagesAsync(
            $"search numbers in {country}",
            () => CarrierPath.Of("number", "search")
                .With("country", country)
                .With("pattern", criteria.Pattern)
                .With("search_pattern", PatternCode(criteria.Pattern, criteria.SearchPattern))
                .With("type", criteria.Type is { } type ? WireName<NumberType>.Of(type) : null)
                .With("features", FeatureList(criteria.Features)),
            (json, number) => json.ToAvailable(number),
            cancellationToken);
        await foreach (var available in listing)
        {
            if (criteria.Features.IsSubsetOf(available.Features))
                yield return available;
        }
    }

    public async IAsyncEnumerable<OwnedNumber> ListOwnedAsync(OwnedNumberFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listing = PagesAsync("list the account's numbers", () => Owned(filter), (json, number) => json.ToOwned(number, dialect), cancellationToken);
        await foreach (var owned in listing)
        {
            if (filter.Admits(owned))
                yield return owned;
        }
    }

    public async Task<OwnedNumber?> FindOwnedAsync(string? country, Msisdn number, CancellationToken cancellationToken)
    {
        var path = Owned(new OwnedNumberFilter { Country = country, Pattern = number.Digits }).With("size", PageSize).With("index", 1);
        var page = await http.SendAsync(Page($"look up {number}", path), cancellationToken);
        var found = page.Numbers.FirstOrDefault(json => json.Msisdn == number.Digits
            && (country is null || string.Equals(json.Country, country, StringComparison.OrdinalIgnoreCase)));
        return found?.ToOwned(number, dialect);
    }

    public Task BuyAsync(NumberOrder order, CancellationToken cancellationToken)
    {
        var body = new FormBody().With("country", order.Country).With("msisdn", order.Number.Digits);
        return WriteAsync($"buy {order.Number}", "buy", body, Repeatability.Once, NotOnOffer, cancellationToken);
    }

    public async Task CancelAsync(NumberCancellation cancellation, CancellationToken cancellationToken)
    {
        var body = new FormBody().With("country", cancellation.Country).With("msisdn", cancellation.Number.Digits);
        try
        {
            await WriteAsync($"cancel {cancellation.Number}", "cancel", body, Repeatability.Once, sharpen: null, cancellationToken);
        }
        catch (CarrierException exception) when (exception.Kind == CarrierErrorKind.InvalidRequest)
        {
            // "Method failed" is all that it says of a number that the account does not own.
            if (await FindOwnedAsync(cancellation.Country, cancellation.Number, cancellationToken) is not null)
                throw;
            throw NotOwned(exception);
        }
    }

    public Task ConfigureAsync(string country, Msisdn number, NumberSettings settings, CancellationToken cancellationToken)
    {
        redactor.HideUrl(settings.MoHttpUrl);
        redactor.HideUrl(settings.VoiceCallbackValue);
        redactor.HideUrl(settings.VoiceStatusCallback);
        var body = new FormBody()
            .With("country", country)
            .With("msisdn", number.Digits)
            .With("moHttpUrl", settings.MoHttpUrl)
            .With("moSmppSysType", settings.MoSmppSysType)
            .With("voiceCallbackType", settings.VoiceCallbackType)
            .With("voiceCallbackValue", settings.VoiceCallbackValue)
            .With("voiceStatusCallback", settings.VoiceStatusCallback);
        if (dialect.Applications)
            body.With("app_id", settings.AppId);
        return WriteAsync(
            $"configure {number}", "update", body, Repeatability.Idempotent,
            settings.MoHttpUrl is { Length: > 0 } ? RefusedCallback : null, cancellationToken);
    }

    private static string? PatternCode(string? pattern, SearchPattern searchPattern)
        => pattern is null ? null : ((int)searchPattern).ToString(CultureInfo.InvariantCulture);

    private static string? FeatureList(IReadOnlySet<NumberFeature> features)
        => features.Count == 0 ? null : string.Join(',', features.Order().Select(WireName<NumberFeature>.Of));

    private static CarrierError NotOnOffer(CarrierError error)
        => error.Words?.Contains("not available", StringComparison.OrdinalIgnoreCase) == true ? error with { Kind = CarrierErrorKind.Conflict } : error;

    private static CarrierError RefusedCallback(CarrierError error) => error.Code != "420"
        ? error
        : error with { Advice = "Make moHttpUrl answer a GET with 200, which the carrier tries before it accepts the URL, then run it again." };

    private static CarrierException NotOwned(CarrierException refusal) => new(CarrierErrorKind.NotFound, refusal)
    {
        Carrier = refusal.Carrier,
        Operation = refusal.Operation,
        HttpStatus = refusal.HttpStatus,
        Code = refusal.Code,
        Words = "the account does not own the number",
        TraceId = refusal.TraceId,
    };

    private static CarrierRequest<NumbersPageJson> Page(string operation, CarrierPath path)
        => new(operation, HttpMethod.Get, path, Repeatability.Read, Answer.As<NumbersPageJson, NumbersPageJson>(page => page));

    private static bool Succeeded(HttpStatusCode status, JToken? json)
        => (string?)json?["error-code"] is "200" ? true : throw new JsonSerializationException("the answer has no error-code");

    private CarrierPath Owned(OwnedNumberFilter filter)
    {
        var path = CarrierPath.Of("account", "numbers")
            .With("pattern", filter.Pattern)
            .With("search_pattern", PatternCode(filter.Pattern, filter.SearchPattern));
        return dialect.Applications
            ? path.With("country", filter.Country)
                .With("application_id", filter.ApplicationId)
                .With("has_application", filter.HasApplication switch { true => "true", false => "false", null => null })
            : path;
    }

    private Task<bool> WriteAsync(
        string operation, string verb, FormBody body, Repeatability repeatability, Func<CarrierError, CarrierError>? sharpen, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(operation, HttpMethod.Post, CarrierPath.Of("number", verb), repeatability, Succeeded)
        {
            Body = body,
            Sharpen = sharpen,
        };
        return http.SendAsync(request, cancellationToken);
    }

    private async IAsyncEnumerable<TNumber> PagesAsync<TNumber>(
        string operation, Func<CarrierPath> path, Func<NumberJson, Msisdn, TNumber> map, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = 0;
        var seen = new HashSet<(string Country, Msisdn Number)>();
        for (var index = 1; ; index++)
        {
            var page = await http.SendAsync(Page(operation, path().With("size", PageSize).With("index", index)), cancellationToken);
            foreach (var json in page.Numbers)
            {
                // Short codes are listed too; they are no telephone numbers and cannot be managed here.
                if (Msisdn.TryParse(json.Msisdn, out var number) && seen.Add((json.Country, number)))
                    yield return map(json, number);
            }

            read += page.Numbers.Count;
            if (page.Numbers.Count == 0 || read >= page.Count)
                break;
        }
    }
}
