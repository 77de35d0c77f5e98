namespace PulumiNumbers.Emulator.Accounting;

/// <summary>One line of a carrier's books.</summary>
public sealed record LedgerEntry
{
    /// <summary>Position in the ledger, from 1.</summary>
    public required int Sequence { get; init; }

    /// <summary>When it was booked.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The carrier (<see cref="CarrierNames"/>).</summary>
    public required string Carrier { get; init; }

    /// <summary>The account that pays.</summary>
    public required string Account { get; init; }

    /// <summary>Purchase or release.</summary>
    public required LedgerEntryKind Kind { get; init; }

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
}
