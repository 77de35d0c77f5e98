using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>A number that an account of the Numbers API rents, with its settings. Empty settings are null.</summary>
public sealed record RentedNumber
{
    /// <summary>ISO country code.</summary>
    public required string Country { get; init; }

    /// <summary>E.164 digits.</summary>
    public required string Msisdn { get; init; }

    /// <summary>Kind of line.</summary>
    public NumberType Type { get; init; } = NumberType.MobileLvn;

    /// <summary>What it can do.</summary>
    public NumberFeatures Features { get; init; } = NumberFeatures.Sms | NumberFeatures.Voice;

    /// <summary>Rent a month, in euros.</summary>
    public decimal MonthlyFee { get; init; } = 1.25m;

    /// <summary>Charged once at purchase, in euros.</summary>
    public decimal SetupFee { get; init; }

    /// <summary>Webhook for inbound messages.</summary>
    public string? MoHttpUrl { get; init; }

    /// <summary>SMPP system type; no operation returns it.</summary>
    public string? MoSmppSysType { get; init; }

    /// <summary><c>sip</c>, <c>tel</c> or <c>app</c>.</summary>
    public string? VoiceCallbackType { get; init; }

    /// <summary>SIP URI, number or application id.</summary>
    public string? VoiceCallbackValue { get; init; }

    /// <summary>Webhook for call events; no operation returns it.</summary>
    public string? VoiceStatusCallback { get; init; }

    /// <summary>The application that handles the number (Vonage).</summary>
    public string? AppId { get; init; }

    /// <summary>Read only at the carrier (Vonage).</summary>
    public string? MessagesCallbackType { get; init; }

    /// <summary>Read only at the carrier (Vonage).</summary>
    public string? MessagesCallbackValue { get; init; }

    /// <summary>When the rental began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How many more times the pool service says that it does not know the number.</summary>
    public int PoolRefusalsLeft { get; init; }

    /// <summary>Until when the pool service does not know the number; null: it does.</summary>
    public DateTimeOffset? UnknownToPoolsUntil { get; init; }

    internal StockNumber ToStock() => new(Country, Msisdn, Type, Features, MonthlyFee, SetupFee);
}
