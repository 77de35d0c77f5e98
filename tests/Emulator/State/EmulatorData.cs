using PulumiNumbers.Emulator.Accounting;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.Nexmo;
using PulumiNumbers.Emulator.PortSip;
using PulumiNumbers.Emulator.Seven;
using PulumiNumbers.Emulator.Vonage;

namespace PulumiNumbers.Emulator.State;

/// <summary>All that the carriers remember, in the shape in which it is saved.</summary>
internal sealed class EmulatorData
{
    public VonageData Vonage { get; init; } = new();

    public NexmoAccountData Kpn { get; init; } = new();

    public SevenData Seven { get; init; } = new();

    public PortSipData PortSip { get; init; } = new();

    public Dictionary<string, StockData> Stocks { get; init; } = new(StringComparer.Ordinal)
    {
        [CarrierNames.Vonage] = new(),
        [CarrierNames.Kpn] = new(),
        [CarrierNames.Seven] = new(),
    };

    public List<LedgerEntry> Ledger { get; init; } = [];
}
