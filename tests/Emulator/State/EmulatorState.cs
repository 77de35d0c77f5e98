using PulumiNumbers.Emulator.Accounting;
using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.State;

/// <summary>The carriers' shared memory: one gate, one clock, one tree of data.</summary>
internal sealed class EmulatorState(EmulatorOptions options, TimeProvider clock)
{
    /// <summary>Held by whoever reads or writes <see cref="Data"/>; reentrant.</summary>
    public Lock Gate { get; } = new();

    public EmulatorOptions Options { get; } = options;

    public EmulatorData Data { get; private set; } = new();

    /// <summary>Grows with every change, so that a saver knows whether it is up to date.</summary>
    public long Version { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public void Touch() => Version++;

    public void Replace(EmulatorData data)
    {
        Data = data;
        Touch();
    }

    /// <summary>Books a purchase or a release.</summary>
    public void Book(LedgerEntryKind kind, string carrier, string account, StockNumber number, string interval = "monthly", decimal? recurring = null)
    {
        var bought = kind is LedgerEntryKind.Purchase;
        Data.Ledger.Add(new LedgerEntry
        {
            Sequence = Data.Ledger.Count + 1,
            At = Now,
            Carrier = carrier,
            Account = account,
            Kind = kind,
            Country = number.Country,
            Number = number.Number,
            SetupFee = bought ? number.SetupFee : 0,
            RecurringFee = bought ? recurring ?? number.MonthlyFee : 0,
            Interval = interval,
        });
        Touch();
    }
}
