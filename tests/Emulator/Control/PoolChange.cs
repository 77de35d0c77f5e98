namespace PulumiNumbers.Emulator.Control;

/// <summary><c>POST /_emulator/pools</c>: a pool, changed behind the provider's back; made where there is none.</summary>
internal sealed record PoolChange
{
    public required string PoolId { get; init; }

    /// <summary>Numbers to put in, rented or not.</summary>
    public IReadOnlyList<string> Add { get; init; } = [];

    /// <summary>Numbers to take out.</summary>
    public IReadOnlyList<string> Remove { get; init; } = [];

    /// <summary>Whether the pool goes.</summary>
    public bool Delete { get; init; }
}
