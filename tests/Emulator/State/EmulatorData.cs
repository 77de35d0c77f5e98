using PulumiNumbers.Emulator.Accounting;
using PulumiNumbers.Emulator.Auth;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.PortSip;
using PulumiNumbers.Emulator.Seven;
using PulumiNumbers.Emulator.Vonage;

namespace PulumiNumbers.Emulator.State;

/// <summary>All that the carriers remember, in the shape in which it is saved. Accounts are found by id; one that is missing owns nothing.</summary>
internal sealed class EmulatorData
{
    public VonageData Vonage { get; init; } = new();

    public Dictionary<string, NexmoAccountData> Kpn { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, SevenData> Seven { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, PortSipData> PortSip { get; init; } = new(StringComparer.Ordinal);

    public Dictionary<string, StockData> Stocks { get; init; } = new(StringComparer.Ordinal)
    {
        [CarrierNames.Vonage] = new(),
        [CarrierNames.Kpn] = new(),
        [CarrierNames.Seven] = new(),
    };

    public Dictionary<string, Dictionary<string, StoredCredential>> Credentials { get; init; } = new(StringComparer.Ordinal)
    {
        [CarrierNames.Vonage] = new(StringComparer.Ordinal)
        {
            [EmulatorCredentials.VonageApiKey] = new(EmulatorCredentials.VonageApiSecret, EmulatorCredentials.VonageApiKey),
            [EmulatorCredentials.VonageSubaccountKey] = new(EmulatorCredentials.VonageSubaccountSecret, EmulatorCredentials.VonageSubaccountKey),
            [EmulatorCredentials.VonageOtherKey] = new(EmulatorCredentials.VonageOtherSecret, EmulatorCredentials.VonageOtherKey),
        },
        [CarrierNames.Kpn] = new(StringComparer.Ordinal)
        {
            [EmulatorCredentials.KpnClientId] = new(EmulatorCredentials.KpnClientSecret, EmulatorCredentials.KpnClientId),
            [EmulatorCredentials.KpnOtherClientId] = new(EmulatorCredentials.KpnOtherClientSecret, EmulatorCredentials.KpnOtherClientId),
        },
        [CarrierNames.Seven] = new(StringComparer.Ordinal)
        {
            [EmulatorCredentials.SevenApiKey] = new("", EmulatorCredentials.SevenAccount),
            [EmulatorCredentials.SevenOtherApiKey] = new("", EmulatorCredentials.SevenOtherAccount),
        },
        [CarrierNames.PortSip] = new(StringComparer.Ordinal)
        {
            [$"{EmulatorCredentials.PortSipUsername}@{EmulatorCredentials.PortSipDomain}"] =
                new(EmulatorCredentials.PortSipPassword, EmulatorCredentials.PortSipDomain),
            [$"{EmulatorCredentials.PortSipAdministrator}@"] =
                new(EmulatorCredentials.PortSipAdministratorPassword, EmulatorCredentials.PortSipDomain),
            [EmulatorCredentials.PortSipToken] = new("", EmulatorCredentials.PortSipDomain),
            [$"{EmulatorCredentials.PortSipUsername}@{EmulatorCredentials.PortSipOtherDomain}"] =
                new(EmulatorCredentials.PortSipPassword, EmulatorCredentials.PortSipOtherDomain),
            [EmulatorCredentials.PortSipOtherToken] = new("", EmulatorCredentials.PortSipOtherDomain),
        },
    };

    public List<BillingEntry> Billing { get; init; } = [];
}
