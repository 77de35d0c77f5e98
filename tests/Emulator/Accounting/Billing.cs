using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Accounting;

/// <summary>Every purchase and release that went through a carrier's API, in order. What tests arrange without the API is not in it.</summary>
public sealed class Billing
{
    private readonly EmulatorState _state;

    internal Billing(EmulatorState state) => _state = state;

    /// <summary>All entries.</summary>
    public IReadOnlyList<BillingEntry> Entries
    {
        get
        {
            lock (_state.Gate)
                return [.. _state.Data.Billing];
        }
    }

    /// <summary>
    /// Purchases after which nothing was released: what is paid for, oldest first. A number that was bought twice without a release is in it twice.
    /// </summary>
    public IReadOnlyList<BillingEntry> PaidFor(string? carrier = null, string? account = null)
    {
        var open = new List<BillingEntry>();
        foreach (var entry in Entries.Where(entry => (carrier is null || entry.Carrier == carrier) && (account is null || entry.Account == account)))
        {
            if (entry.Kind is BillingEntryKind.Purchase)
                open.Add(entry);
            else
                open.RemoveAll(purchase => purchase.IsOf(entry));
        }

        return open;
    }

    /// <summary>The numbers that one account bought more than once, ever.</summary>
    public IReadOnlyList<RepeatedPurchase> BoughtMoreThanOnce =>
    [
        .. Purchases().GroupBy(entry => (entry.Carrier, entry.Account, entry.Number))
            .Where(purchases => purchases.Count() > 1)
            .Select(purchases => new RepeatedPurchase(purchases.Key.Carrier, purchases.Key.Account, purchases.Key.Number, purchases.Count())),
    ];

    /// <summary>The purchases of a carrier, or of all.</summary>
    public IReadOnlyList<BillingEntry> Purchases(string? carrier = null) => Of(BillingEntryKind.Purchase, carrier);

    /// <summary>The releases of a carrier, or of all.</summary>
    public IReadOnlyList<BillingEntry> Releases(string? carrier = null) => Of(BillingEntryKind.Release, carrier);

    private List<BillingEntry> Of(BillingEntryKind kind, string? carrier) =>
        [.. Entries.Where(entry => entry.Kind == kind && (carrier is null || entry.Carrier == carrier))];
}

/// <summary>A purchase or a release.</summary>
public sealed record BillingEntry
{
    /// <summary>Position, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it took effect.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The carrier (<see cref="CarrierNames"/>).</summary>
    public required string Carrier { get; init; }

    /// <summary>The account that pays.</summary>
    public required string Account { get; init; }

    /// <summary>Purchase or release.</summary>
    public required BillingEntryKind Kind { get; init; }

    /// <summary>ISO country code.</summary>
    public required string Country { get; init; }

    /// <summary>E.164 digits.</summary>
    public required string Number { get; init; }

    /// <summary>Charged once, in euros; 0 on a release.</summary>
    public decimal SetupFee { get; init; }

    /// <summary>Charged an interval, in euros; 0 on a release.</summary>
    public decimal RecurringFee { get; init; }

    /// <summary><c>monthly</c> or <c>annually</c>.</summary>
    public string Interval { get; init; } = "monthly";

    internal bool IsOf(BillingEntry other) => Carrier == other.Carrier && Account == other.Account && Number == other.Number;
}

/// <summary>What a billing entry records.</summary>
public enum BillingEntryKind
{
    /// <summary>A number was bought and charged.</summary>
    Purchase,

    /// <summary>A rental was ended, at once or for the end of its period.</summary>
    Release,
}

/// <summary>A number that one account bought more than once.</summary>
/// <param name="Carrier">One of <see cref="CarrierNames"/>.</param>
/// <param name="Account">The account that paid.</param>
/// <param name="Number">E.164 digits.</param>
/// <param name="Times">How often.</param>
public sealed record RepeatedPurchase(string Carrier, string Account, string Number, int Times);
