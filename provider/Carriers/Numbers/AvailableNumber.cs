namespace PulumiNumbers.Carriers.Numbers;

/// <summary>A number that a carrier offers for rent.</summary>
public sealed record AvailableNumber
{
    /// <summary>The number.</summary>
    public required Msisdn Number { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public required string Country { get; init; }

    /// <summary>Its kind; null where the carrier does not say (seven.io) or says something undocumented.</summary>
    public NumberType? Type { get; init; }

    /// <summary>What it can do.</summary>
    public IReadOnlySet<NumberFeature> Features { get; init; } = new HashSet<NumberFeature>();

    /// <summary>What it costs at the payment interval that was asked for.</summary>
    public NumberFees Fees { get; init; } = new();
}

/// <summary>What to look for among the numbers on offer. What is null or empty does not matter.</summary>
public sealed record NumberCriteria
{
    /// <summary>ISO 3166-1 alpha-2. KPN and Vonage search in one country only; seven.io searches in all when this is null.</summary>
    public string? Country { get; init; }

    /// <summary>Digits that the number must contain, where <see cref="SearchPattern"/> says.</summary>
    public string? Pattern { get; init; }

    /// <summary>Where <see cref="Pattern"/> must stand.</summary>
    public SearchPattern SearchPattern { get; init; }

    /// <summary>The kind of number (KPN and Vonage).</summary>
    public NumberType? Type { get; init; }

    /// <summary>All that the number must be able to do.</summary>
    public IReadOnlySet<NumberFeature> Features { get; init; } = new HashSet<NumberFeature>();

    /// <summary>The payment interval for which fees are quoted (seven.io).</summary>
    public PaymentInterval PaymentInterval { get; init; }
}

/// <summary>
/// What a number costs, in units of <see cref="Currency"/> (not cents). KPN and Vonage quote the monthly rent (<c>cost</c>) and no
/// set-up fee; seven.io quotes both for each interval (<c>basic_charge</c>, <c>setup</c>). All three quote in euros.
/// </summary>
public sealed record NumberFees
{
    /// <summary>Due once, on purchase; null where the carrier does not quote it.</summary>
    public decimal? Setup { get; init; }

    /// <summary>The rent, due once an <see cref="Interval"/>; null where the carrier does not quote it.</summary>
    public decimal? Recurring { get; init; }

    /// <summary>ISO 4217.</summary>
    public string Currency { get; init; } = "EUR";

    /// <summary>How often <see cref="Recurring"/> is due.</summary>
    public PaymentInterval Interval { get; init; }

    /// <summary>The rent for a month, a twelfth of a yearly one.</summary>
    public decimal? PerMonth => Interval == PaymentInterval.Annually ? Recurring / 12 : Recurring;
}
