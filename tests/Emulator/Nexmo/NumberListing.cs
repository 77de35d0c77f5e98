using System.Globalization;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>Listing what is rented and searching what is for sale.</summary>
internal sealed class NumberListing(NumbersApiVariant variant, EmulatorState state)
{
    public CarrierResponse Owned(CarrierRequest request)
    {
        if (variant.Account(request) is not { } account)
            return variant.Failed("method failed");
        var (query, error) = NumberQuery.Read(request);
        if (query is null)
            return variant.Failed(error!);

        var shown = state.Behavior.ListsNothing.Contains(variant.Carrier)
            ? []
            : account.History.Before(state.LagOf(request), account.Data.Numbers).Values.AsEnumerable();
        var matching = shown
            .Where(number => query.Matches(number.Msisdn) && (!variant.IsVonage || PassesVonageFilters(request, number)))
            .ToList();
        return List(request, query, matching, Describe);
    }

    public CarrierResponse Available(CarrierRequest request)
    {
        var (query, error) = NumberQuery.Read(request);
        if (query is null)
            return variant.Failed(error!);
        if (request.Query("country") is not { Length: 2 } country)
            return variant.Failed("Parameter country must be an ISO 3166-1 alpha-2 code");
        var type = request.Query("type") ?? (variant.DefaultsToLandline() ? NumberType.Landline.ToWire() : null);
        if (type is not null && !Enum.GetValues<NumberType>().Any(known => known.ToWire() == type))
            return variant.Failed("Parameter type must be landline, landline-toll-free or mobile-lvn");

        var features = request.Query("features")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var matching = variant.Stock.Offered(state.LagOf(request))
            .Where(number => number.Country == country
                && (type is null || number.Type.ToWire() == type)
                && features.All(feature => number.Features.ToWire().Contains(feature, StringComparer.Ordinal))
                && query.Matches(number.Number))
            .ToList();
        var response = List(request, query, matching, Describe);
        variant.Competitors.AfterSearch([.. query.Page(matching).Select(number => number.Number)]);
        return response;
    }

    private static bool PassesVonageFilters(CarrierRequest request, RentedNumber number)
    {
        var country = request.Query("country");
        var application = request.Query("application_id");
        var hasApplication = request.Query("has_application");
        return (country is null || number.Country == country)
            && (application is null || number.AppId == application)
            && (hasApplication is null || (number.AppId is not null) == (hasApplication == "true"));
    }

    private CarrierResponse List<T>(CarrierRequest request, NumberQuery query, IReadOnlyList<T> matching, Func<T, JsonNode> describe)
    {
        var items = query.Page(matching).Select(describe).ToList();
        if (query.Index > 1 && items.Count > 0 && state.TakesEmptyPage(request))
            items.Clear();
        return variant.WriteList(
            items.Count > 0
                ? new JsonObject { ["count"] = matching.Count, ["numbers"] = new JsonArray([.. items]) }
                : EmptyPage(request, matching.Count));
    }

    private JsonObject EmptyPage(CarrierRequest request, int total)
    {
        var documented = total == 0 ? new JsonObject() : new JsonObject { ["count"] = total, ["numbers"] = new JsonArray() };
        var withNull = new JsonObject { ["count"] = total, ["numbers"] = null };
        return state.EmptyListForm(request) switch
        {
            EmptyListForm.Null => withNull,
            EmptyListForm.EmptyObject => [],
            _ => documented,
        };
    }

    private JsonObject Describe(StockNumber number)
    {
        var described = new JsonObject
        {
            ["country"] = number.Country,
            ["msisdn"] = number.Number,
            ["cost"] = Price(number.MonthlyFee),
            ["type"] = number.Type.ToWire(),
            ["features"] = Features(number.Features),
        };
        if (variant.IsVonage)
            described["initialPrice"] = Price(number.SetupFee);
        return described;
    }

    private static string Price(decimal amount) => FormattableString.Invariant($"{amount:0.00}");


    private JsonObject Describe(RentedNumber number)
    {
        var described = new JsonObject
        {
            ["country"] = number.Country,
            ["msisdn"] = number.Msisdn,
            ["moHttpUrl"] = number.MoHttpUrl ?? "",
            ["type"] = number.Type.ToWire(),
            ["features"] = Features(number.Features),
        };
        AddIfSet("voiceCallbackType", number.VoiceCallbackType);
        AddIfSet("voiceCallbackValue", number.VoiceCallbackValue);
        if (variant.IsVonage)
        {
            AddIfSet("app_id", number.AppId);
            AddIfSet("messagesCallbackType", number.MessagesCallbackType);
            AddIfSet("messagesCallbackValue", number.MessagesCallbackValue);
        }

        return described;

        void AddIfSet(string name, string? value)
        {
            if (value is not null)
                described[name] = value;
        }
    }

    private static JsonArray Features(NumberFeatures features) => new([.. features.ToWire().Select(feature => JsonValue.Create(feature))]);
}

/// <summary>The paging and pattern parameters that listing and search share.</summary>
internal sealed record NumberQuery(int Index, int Size, string? Pattern, int SearchPattern)
{
    private const int MaxSize = 100;

    public static (NumberQuery? Query, string? Error) Read(CarrierRequest request)
    {
        if (!TryNumber(request.Query("index"), fallback: 1, out var index) || index < 1)
            return (null, "Parameter index must be 1 or more");
        if (!TryNumber(request.Query("size"), fallback: 10, out var size) || size is < 1 or > MaxSize)
            return (null, "Parameter size must be between 1 and 100");
        if (!TryNumber(request.Query("search_pattern"), fallback: 0, out var searchPattern) || searchPattern is < 0 or > 2)
            return (null, "Parameter search_pattern must be 0, 1 or 2");
        return (new NumberQuery(index, size, request.Query("pattern"), searchPattern), null);
    }

    public bool Matches(string number) => Pattern is null || SearchPattern switch
    {
        0 => number.StartsWith(Pattern, StringComparison.Ordinal),
        1 => number.Contains(Pattern, StringComparison.Ordinal),
        _ => number.EndsWith(Pattern, StringComparison.Ordinal),
    };

    public IEnumerable<T> Page<T>(IReadOnlyList<T> all) => all.Skip((Index - 1) * Size).Take(Size);

    private static bool TryNumber(string? text, int fallback, out int value)
    {
        value = fallback;
        return text is null || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
