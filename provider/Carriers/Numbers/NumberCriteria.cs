namespace PulumiNumbers.Carriers.Numbers;

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
