namespace PulumiNumbers.Carriers.Pools;

/// <summary>What one batch came to.</summary>
internal sealed record BatchResult
{
    /// <summary>The fate of each number that was tried.</summary>
    public required IReadOnlyList<NumberFate> Fates { get; init; }

    /// <summary>A failure that every other batch would meet too.</summary>
    public CarrierException? Stop { get; init; }

    /// <summary>How long the carrier asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
