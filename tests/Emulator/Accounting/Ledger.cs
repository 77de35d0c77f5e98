using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Accounting;

/// <summary>Every purchase and release that went through a carrier's API, in order. What tests set up behind the scenes is not booked.</summary>
public sealed class Ledger
{
    private readonly EmulatorState _state;

    internal Ledger(EmulatorState state) => _state = state;

    /// <summary>All entries.</summary>
    public IReadOnlyList<LedgerEntry> Entries
    {
        get
        {
            lock (_state.Gate)
                return [.. _state.Data.Ledger];
        }
    }

    /// <summary>The purchases of a carrier, or of all.</summary>
    public IReadOnlyList<LedgerEntry> Purchases(string? carrier = null) => Of(LedgerEntryKind.Purchase, carrier);

    /// <summary>The releases of a carrier, or of all.</summary>
    public IReadOnlyList<LedgerEntry> Releases(string? carrier = null) => Of(LedgerEntryKind.Release, carrier);

    private List<LedgerEntry> Of(LedgerEntryKind kind, string? carrier) =>
        [.. Entries.Where(entry => entry.Kind == kind && (carrier is null || entry.Carrier == carrier))];
}
