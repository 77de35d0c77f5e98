namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>What became of each number of one add or remove request: a 200, 201, 204, 207 or a 400 with per-number errors, read per number.</summary>
public sealed record BatchOutcome
{
    /// <summary>The numbers that were added or removed.</summary>
    public required IReadOnlyList<Msisdn> Succeeded { get; init; }

    /// <summary>The numbers that were not, each with the reason.</summary>
    public IReadOnlyList<NumberFailure> Failures { get; init; } = [];
}
