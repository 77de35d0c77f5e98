using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.Seven;
using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

/// <summary>A setting of rented numbers at one carrier, with values to try it with.</summary>
public sealed record Setting
{
    private const string ApplicationA = "aaaaaaaa-bbbb-cccc-dddd-0123456789ab";
    private const string ApplicationB = "aaaaaaaa-bbbb-cccc-dddd-0123456789ac";
    private const string ApplicationC = "aaaaaaaa-bbbb-cccc-dddd-0123456789ad";

    private Setting()
    {
    }

    public required Market Market { get; init; }

    public required string Property { get; init; }

    /// <summary>What is declared first, what it is changed to, and what somebody else makes of it.</summary>
    public required (PropertyValue First, PropertyValue Second, PropertyValue Foreign) Values { get; init; }

    /// <summary>Whether the carrier reports it, so that drift shows and an import finds it.</summary>
    public bool IsReported { get; init; } = true;

    /// <summary>What is declared along with it.</summary>
    public PropertyMap Companions { get; init; } = [];

    /// <summary>What the carrier has.</summary>
    public required Func<EmulatorServer, PropertyValue> Read { get; init; }

    /// <summary>Writes it behind the provider's back.</summary>
    public required Action<EmulatorServer, PropertyValue> Write { get; init; }

    /// <summary>The value that clears it.</summary>
    public PropertyValue Empty => Values.First.Kind == PropertyKind.Array ? PropertyValue.Of(Array.Empty<string>()) : "";

    public static IReadOnlyList<Setting> All { get; } = [.. Nexmo(Market.Kpn), .. Nexmo(Market.Vonage), Application, .. Seven];

    private static Setting Application => OfNexmo(
        Market.Vonage, "appId", (ApplicationA, ApplicationB, ApplicationC), number => number.AppId, (number, value) => number with { AppId = value });

    private static IEnumerable<Setting> Seven =>
    [
        OfSeven("friendlyName", ("Alerts", "Orders", "Somebody's"), number => number.FriendlyName, (number, value) => number with { FriendlyName = value.AsString }),
        OfSeven(
            "smsForward", (Texts("447700900001"), Texts("447700900001", "447700900002"), Texts("447700900003")),
            number => Texts([.. number.SmsForward]), (number, value) => number with { SmsForward = [.. value.AsArray.Select(element => element.AsString)] }),
        OfSeven(
            "emailForward", (Texts("a@example.com", "b@example.com"), Texts("b@example.com"), Texts("c@example.com")),
            number => Texts([.. number.EmailForward]), (number, value) => number with { EmailForward = [.. value.AsArray.Select(element => element.AsString)] }),
    ];

    private static IEnumerable<Setting> Nexmo(Market market) =>
    [
        OfNexmo(
            market, "moHttpUrl", ("https://sms.example.com/a", "https://sms.example.com/b", "https://sms.example.com/c"),
            number => number.MoHttpUrl, (number, value) => number with { MoHttpUrl = value }),
        OfNexmo(
            market, "moSmppSysType", ("inbound", "other", "foreign"),
            number => number.MoSmppSysType, (number, value) => number with { MoSmppSysType = value }) with { IsReported = false },
        OfNexmo(
            market, "voiceCallbackType", ("sip", "app", "tel"),
            number => number.VoiceCallbackType, (number, value) => number with { VoiceCallbackType = value })
            with { Companions = new() { ["voiceCallbackValue"] = "447700900001" } },
        OfNexmo(
            market, "voiceCallbackValue", ("447700900001", "447700900002", "447700900003"),
            number => number.VoiceCallbackValue, (number, value) => number with { VoiceCallbackValue = value })
            with { Companions = new() { ["voiceCallbackType"] = "tel" } },
        OfNexmo(
            market, "voiceStatusCallback", ("https://voice.example.com/a", "https://voice.example.com/b", "https://voice.example.com/c"),
            number => number.VoiceStatusCallback, (number, value) => number with { VoiceStatusCallback = value }) with { IsReported = false },
    ];

    private static Setting OfNexmo(
        Market market, string property, (string First, string Second, string Foreign) values,
        Func<RentedNumber, string?> read, Func<RentedNumber, string, RentedNumber> write) => new()
        {
            Market = market,
            Property = property,
            Values = (values.First, values.Second, values.Foreign),
            Read = carriers => read(AccountOf(market, carriers).Find(market.Number())!) ?? "",
            Write = (carriers, value) => AccountOf(market, carriers).Change(market.Number(), number => write(number, value.AsString)),
        };

    private static Setting OfSeven(
        string property, (PropertyValue First, PropertyValue Second, PropertyValue Foreign) values,
        Func<SevenNumber, PropertyValue> read, Func<SevenNumber, PropertyValue, SevenNumber> write) => new()
        {
            Market = Market.Seven,
            Property = property,
            Values = values,
            Read = carriers => read(carriers.Seven.Find(Market.Seven.Number())!),
            Write = (carriers, value) => carriers.Seven.Change(Market.Seven.Number(), number => write(number, value)),
        };

    private static NexmoAccount AccountOf(Market market, EmulatorServer carriers) =>
        market.Carrier == CarrierNames.Kpn ? carriers.Kpn.Account : carriers.Vonage.Account;

    private static PropertyValue Texts(params IEnumerable<string> values) => PropertyValue.Of(values);
}
