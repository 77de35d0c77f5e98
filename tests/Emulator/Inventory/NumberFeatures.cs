namespace PulumiNumbers.Emulator.Inventory;

/// <summary>What a number can do.</summary>
[Flags]
public enum NumberFeatures
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Inbound SMS.</summary>
    Sms = 1,

    /// <summary>Inbound voice.</summary>
    Voice = 2,

    /// <summary>MMS.</summary>
    Mms = 4,

    /// <summary>Application-to-person SMS (seven).</summary>
    A2pSms = 8,
}
