namespace PulumiNumbers.Emulator;

/// <summary>The carriers as faults, the request log and the ledger name them.</summary>
public static class CarrierNames
{
    /// <summary>Vonage, Numbers and Number Pools.</summary>
    public const string Vonage = "vonage";

    /// <summary>KPN's Phone Numbers API.</summary>
    public const string Kpn = "kpn";

    /// <summary>seven's Numbers API.</summary>
    public const string Seven = "seven";

    /// <summary>The PortSIP PBX.</summary>
    public const string PortSip = "portsip";
}
