using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>Listing what is rented and searching what is for sale.</summary>
internal sealed class NexmoListing(NexmoDialect dialect)
{
    public CarrierAnswer Owned(CarrierRequest request)
    {
        if (dialect.Account(request) is not { } account)
            return dialect.Failed("method failed");
        var (query, error) = NumberQuery.Read(request);
        if (query is null)
            return dialect.Failed(error!);

        var matching = account.Data.Numbers.Values
            .Where(number => query.Matches(number.Msisdn) && (!dialect.HasApplications || PassesVonageFilters(request, number)))
            .ToList();
        return List(query, matching, Describe);
    }

    public CarrierAnswer Available(CarrierRequest request)
    {
        var (query, error) = NumberQuery.Read(request);
        if (query is null)
            return dialect.Failed(error!);
        if (request.Query("country") is not { Length: 2 } country)
            return dialect.Failed("Parameter country must be an ISO 3166-1 alpha-2 code");
        var type = request.Query("type");
        if (type is not null && !Enum.GetValues<NumberType>().Any(known => known.ToWire() == type))
            return dialect.Failed("Parameter type must be landline, landline-toll-free or mobile-lvn");

        var features = request.Query("features")?.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
        var matching = dialect.Stock.Offered()
            .Where(number => number.Country == country
                && (type is null || number.Type.ToWire() == type)
                && features.All(feature => number.Features.ToWire().Contains(feature, StringComparer.Ordinal))
                && query.Matches(number.Number))
            .ToList();
        var answer = List(query, matching, Describe);
        dialect.Competitors.AfterSearch([.. query.Page(matching).Select(number => number.Number)]);
        return answer;
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

    private CarrierAnswer List<T>(NumberQuery query, IReadOnlyList<T> matching, Func<T, JsonNode> describe) => dialect.WriteList(
        matching.Count == 0
            ? new JsonObject()
            : new JsonObject
            {
                ["count"] = matching.Count,
                ["numbers"] = new JsonArray([.. query.Page(matching).Select(describe)]),
            });

    private static JsonObject Describe(StockNumber number) => new()
    {
        ["country"] = number.Country,
        ["msisdn"] = number.Number,
        ["cost"] = FormattableString.Invariant($"{number.MonthlyFee:0.00}"),
        ["type"] = number.Type.ToWire(),
        ["features"] = Features(number.Features),
    };

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
        if (dialect.HasApplications)
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
