using System.Globalization;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Seven;

/// <summary>The shapes of seven's answers.</summary>
internal static class SevenResponses
{
    private static readonly Dictionary<string, int> CallingCodeLength = new(StringComparer.Ordinal) { ["US"] = 1 };

    /// <summary>An error whose whole body is its number.</summary>
    public static CarrierResponse NumericError(int code, int status) =>
        new() { Status = status, ContentType = "text/plain", Body = code.ToString(CultureInfo.InvariantCulture) };

    public static CarrierResponse Refused(string reason, int status = 200) =>
        CarrierResponse.Json(new JsonObject { ["success"] = false, ["error"] = reason }, status);

    /// <summary>An order that was accepted, with the comma of seven's own sample.</summary>
    public static CarrierResponse Ordered()
    {
        var body = new JsonObject { ["success"] = true, ["error"] = null };
        return CarrierResponse.Json(body) with { Body = TrailingCommaJson.Write(body) };
    }

    public static CarrierResponse List(CarrierRequest request, EmulatorState state, string name, JsonNode[] items) =>
        CarrierResponse.Json((items.Length > 0 ? EmptyListForm.Documented : state.EmptyListForm(request)) switch
        {
            EmptyListForm.EmptyObject => [],
            EmptyListForm.Null => new JsonObject { [name] = null },
            _ => new JsonObject { [name] = new JsonArray([.. items]) },
        });

    public static JsonObject Available(StockNumber number) => new()
    {
        ["country"] = number.Country,
        ["number"] = number.Number,
        ["number_parsed"] = Parsed(number),
        ["fees"] = new JsonObject
        {
            ["monthly"] = Fees(number, "monthly"),
            ["annually"] = Fees(number, "annually"),
            ["sms_mo"] = SevenFees.SmsInbound,
            ["voice_mo"] = SevenFees.VoiceInbound,
        },
        ["features"] = Features(number),
    };

    public static JsonObject Active(SevenNumber number)
    {
        var fees = Fees(number.Offer, number.PaymentInterval);
        fees["sms_mo"] = SevenFees.SmsInbound;
        fees["voice_mo"] = SevenFees.VoiceInbound;
        return new JsonObject
        {
            ["country"] = number.Offer.Country,
            ["number"] = number.Number,
            ["friendly_name"] = number.FriendlyName,
            ["billing"] = new JsonObject { ["fees"] = fees, ["payment_interval"] = number.PaymentInterval },
            ["features"] = Features(number.Offer),
            ["forward_sms_mo"] = new JsonObject
            {
                ["sms"] = new JsonObject { ["number"] = Strings(number.SmsForward), ["enabled"] = number.SmsForward.Length > 0 },
                ["email"] = new JsonObject { ["address"] = Strings(number.EmailForward), ["enabled"] = number.EmailForward.Length > 0 },
            },
            ["expires"] = number.Expires is { } expires ? Moment(expires) : null,
            ["created"] = Moment(number.Created),
        };
    }

    private static JsonObject Fees(StockNumber number, string interval) => new()
    {
        ["basic_charge"] = SevenFees.BasicCharge(number, interval),
        ["setup"] = SevenFees.Setup(number, interval),
    };

    private static JsonObject Features(StockNumber number) => new()
    {
        ["sms"] = number.Features.HasFlag(NumberFeatures.Sms),
        ["a2p_sms"] = number.Features.HasFlag(NumberFeatures.A2pSms),
        ["voice"] = number.Features.HasFlag(NumberFeatures.Voice),
    };

    private static JsonArray Strings(IEnumerable<string> items) => new([.. items.Select(item => JsonValue.Create(item))]);

    private static string Moment(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Parsed(StockNumber number)
    {
        var codeLength = CallingCodeLength.GetValueOrDefault(number.Country, 2);
        var pairs = number.Number[codeLength..].Chunk(2).Select(pair => new string(pair));
        return $"+{number.Number[..codeLength]} {string.Join(' ', pairs)}";
    }
}
