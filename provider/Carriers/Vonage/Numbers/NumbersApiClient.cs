using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Vonage.Numbers;

/// <summary>The Numbers API (Vonage's, and KPN's in front of it) over HTTP.</summary>
/// <param name="http">The account.</param>
/// <param name="redactor">Keeps secrets in URLs out of text.</param>
/// <param name="capabilities">What differs between the API at Vonage itself and behind KPN's API store.</param>
internal sealed class NumbersApiClient(CarrierHttp http, Redactor redactor, NumberCarrierCapabilities capabilities) : INumberCarrier
{
    private const int PageSize = 100;

    public string Name => http.Carrier;

    public string AccountId => http.AccountId;

    public NumberCarrierCapabilities Capabilities => capabilities;

    private bool HasApplications => capabilities.Settings.Contains(NumberSetting.AppId);

    public async IAsyncEnumerable<AvailableNumber> SearchAsync(NumberCriteria criteria, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var country = criteria.Country ?? throw new ArgumentException("the Numbers API searches in one country", nameof(criteria));
        IEnumerable<NumberType?> types = criteria.Type is null && !capabilities.SearchesAllTypes
            ? NumberAttributeNames.Types.Select(type => (NumberType?)type)
            : [criteria.Type];
        var operation = $"search numbers in {country}";
        foreach (var type in types)
        {
            var listing = new PagedListing<AvailableNumber>(http, operation, mustBeComplete: false).ReadAsync(
                (index, token) => PageAsync(operation, Available(criteria, country, type), index, NumbersApiJson.ReadAvailable, token),
                available => available.Number, cancellationToken);
            await foreach (var available in listing)
            {
                if (criteria.Features.IsSubsetOf(available.Features))
                    yield return available;
            }
        }
    }

    public async IAsyncEnumerable<OwnedNumber> ListOwnedAsync(OwnedNumberFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const string Operation = "list the account's numbers";
        if ((filter.ApplicationId is not null || filter.HasApplication is not null) && !capabilities.FiltersByApplication)
            throw CapabilityErrors.UnsupportedFilter(Name, Operation, filter);

        var listing = new PagedListing<OwnedNumber>(http, Operation).ReadAsync(
            (index, token) => PageAsync(Operation, Owned(filter), index, ReadOwned, token), owned => (owned.Country, owned.Number), cancellationToken);
        await foreach (var owned in listing)
        {
            if (filter.Accepts(owned))
                yield return owned;
        }
    }

    public async Task<OwnedNumber?> FindOwnedAsync(string? country, Msisdn number, CancellationToken cancellationToken)
    {
        var path = Owned(new OwnedNumberFilter { Country = country, Pattern = number.Digits });
        var page = await PageAsync($"look up {number}", path, index: 1, ReadOwned, cancellationToken);
        return page.Items.FirstOrDefault(owned => owned.Number == number
            && (country is null || string.Equals(owned.Country, country, StringComparison.OrdinalIgnoreCase)));
    }

    public Task BuyAsync(NumberOrder order, CancellationToken cancellationToken)
    {
        var body = new FormBody().With("country", order.Country).With("msisdn", order.Number.Digits);
        return WriteAsync($"buy {order.Number}", "buy", body, RetrySafety.NonIdempotent, NotOnOffer, cancellationToken);
    }

    public async Task CancelAsync(NumberCancellation cancellation, CancellationToken cancellationToken)
    {
        var body = new FormBody().With("country", cancellation.Country).With("msisdn", cancellation.Number.Digits);
        try
        {
            await WriteAsync($"cancel {cancellation.Number}", "cancel", body, RetrySafety.NonIdempotent, refine: null, cancellationToken);
        }
        catch (CarrierException exception) when (exception.Kind == CarrierErrorKind.InvalidRequest)
        {
            // "Method failed" is all that it says of a number that the account does not own.
            if (await FindOwnedAsync(cancellation.Country, cancellation.Number, cancellationToken) is not null)
                throw;
            throw exception.As(CarrierErrorKind.NotFound, "the account does not own the number");
        }
        catch (CarrierException exception) when (exception.HttpStatus == (int)HttpStatusCode.NotFound)
        {
            throw await MissingConfirmation.ConfirmAsync(
                exception, async () => await FindOwnedAsync(cancellation.Country, cancellation.Number, cancellationToken) is not null);
        }
    }

    public async Task ConfigureAsync(NumberUpdate update, CancellationToken cancellationToken)
    {
        var (changes, lastKnown) = (update.Changes, update.LastKnown);
        var current = update.Current ?? await FindOwnedAsync(update.Country, update.Number, cancellationToken);
        var reported = current?.Settings ?? lastKnown;
        foreach (var settings in new[] { changes, lastKnown, reported })
        {
            redactor.AddUrlSecrets(settings.MoHttpUrl);
            redactor.AddUrlSecrets(settings.VoiceCallbackValue);
            redactor.AddUrlSecrets(settings.VoiceStatusCallback);
        }

        // The update replaces: what it does not carry is cleared, also what was set in the dashboard.
        var body = new FormBody()
            .With("country", update.Country)
            .With("msisdn", update.Number.Digits)
            .With("moHttpUrl", Effective(changes.MoHttpUrl, reported.MoHttpUrl))
            .With("moSmppSysType", Effective(changes.MoSmppSysType, lastKnown.MoSmppSysType))
            .With("voiceCallbackType", Effective(changes.VoiceCallbackType, reported.VoiceCallbackType))
            .With("voiceCallbackValue", Effective(changes.VoiceCallbackValue, reported.VoiceCallbackValue))
            .With("voiceStatusCallback", Effective(changes.VoiceStatusCallback, lastKnown.VoiceStatusCallback));
        if (HasApplications)
            body.With("app_id", Effective(changes.AppId, reported.AppId));
        await WriteAsync(
            $"configure {update.Number}", "update", body, RetrySafety.Idempotent,
            changes.MoHttpUrl is { Length: > 0 } || reported.MoHttpUrl is { Length: > 0 } ? RejectedCallback : null, cancellationToken);
    }

    private static string? Effective(string? change, string? known) => change ?? (known is { Length: > 0 } ? known : null);

    private static string? PatternCode(string? pattern, SearchPattern searchPattern)
        => pattern is null ? null : ((int)searchPattern).ToString(CultureInfo.InvariantCulture);

    private static string? FeatureList(IReadOnlySet<NumberFeature> features)
        => features.Count == 0 ? null : string.Join(',', features.Order().Select(NumberAttributeNames.ToWireName));

    private static CarrierError NotOnOffer(CarrierError error) => error.CarrierMessage?.Contains("not available", StringComparison.OrdinalIgnoreCase) == true
        ? error with { Kind = CarrierErrorKind.Conflict }
        : error;

    private static CarrierError RejectedCallback(CarrierError error) => error.Code != "420"
        ? error
        : error with { Advice = "Make moHttpUrl answer a GET with 200, which the carrier tries before it accepts the URL, then run it again." };

    private static bool Succeeded(HttpStatusCode status, JToken? json) => JsonFields.Object(json).RequiredText("error-code") == NumbersApiErrorReader.Success
        ? true
        : throw new UnreadableResponseException("error-code does not say whether it succeeded");

    private static CarrierPath Available(NumberCriteria criteria, string country, NumberType? type) => CarrierPath.Of("number", "search")
        .With("country", country)
        .With("pattern", criteria.Pattern)
        .With("search_pattern", PatternCode(criteria.Pattern, criteria.SearchPattern))
        .With("type", type?.ToWireName())
        .With("features", FeatureList(criteria.Features));

    private CarrierPath Owned(OwnedNumberFilter filter)
    {
        var path = CarrierPath.Of("account", "numbers")
            .With("pattern", filter.Pattern)
            .With("search_pattern", PatternCode(filter.Pattern, filter.SearchPattern));
        return capabilities.FiltersByApplication
            ? path.With("country", filter.Country)
                .With("application_id", filter.ApplicationId)
                .With("has_application", filter.HasApplication switch { true => "true", false => "false", null => null })
            : path;
    }

    private OwnedNumber? ReadOwned(JObject json) => NumbersApiJson.ReadOwned(json, HasApplications);

    private Task<bool> WriteAsync(
        string operation, string verb, FormBody body, RetrySafety safety, Func<CarrierError, CarrierError>? refine, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(operation, HttpMethod.Post, CarrierPath.Of("number", verb), safety, Succeeded)
        {
            Body = body,
            RefineError = refine,
        };
        return http.SendAsync(request, cancellationToken);
    }

    private Task<Page<TNumber>> PageAsync<TNumber>(
        string operation, CarrierPath path, int index, Func<JObject, TNumber?> read, CancellationToken cancellationToken)
        where TNumber : class
    {
        var request = new CarrierRequest<Page<TNumber>>(
            operation, HttpMethod.Get, path.With("size", PageSize).With("index", index), RetrySafety.Safe,
            ResponseBody.Object(json => NumbersApiJson.ReadPage(json, read)));
        return http.SendAsync(request, cancellationToken);
    }
}
