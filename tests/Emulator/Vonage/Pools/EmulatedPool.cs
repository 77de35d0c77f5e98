namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>A pool's settings.</summary>
public sealed record EmulatedPool
{
    /// <summary>The pool's id, unique at Vonage.</summary>
    public required string PoolId { get; init; }

    /// <summary>The API key of the account that it belongs to.</summary>
    public string AccountId { get; init; } = EmulatorCredentials.VonageApiKey;

    /// <summary><c>Pool</c>, <c>CustomFrom</c> or <c>Reject</c>.</summary>
    public string Fallback { get; init; } = "Pool";

    /// <summary>Prefer a number with the destination's country prefix.</summary>
    public bool LocalizedSenderPreferred { get; init; }

    /// <summary>Keep the same sender for a destination.</summary>
    public bool PredictableSenderPreferred { get; init; }
}

/// <summary>A pool's saved state.</summary>
internal sealed class PoolData
{
    public required EmulatedPool Settings { get; set; }

    public SortedSet<string> Numbers { get; init; } = new(StringComparer.Ordinal);
}

/// <summary>Whether an account may delete pools through the API. Vonage's overview says that some may not.</summary>
public enum PoolDeletion
{
    /// <summary>The pool goes, with its numbers in it.</summary>
    Allowed,

    /// <summary>405 <c>#wrong-verb</c>.</summary>
    WrongVerb,

    /// <summary>501.</summary>
    NotImplemented,
}

/// <summary>Which of two documented success statuses an operation on pools answers with.</summary>
public enum PoolAnswerStyle
{
    /// <summary>create 201, update 200, delete 200 with the pool, add 201, remove a series 200 with the numbers.</summary>
    Reference,

    /// <summary>create 200, update 201, delete 204, add 200, remove a series 204.</summary>
    Alternative,
}

/// <summary>The two shapes of the inner errors when numbers could not be removed from a pool.</summary>
public enum RemovalErrorShape
{
    /// <summary>One shape after the other, wrapped first.</summary>
    Alternating,

    /// <summary><c>errors: [{error: {type, …}}]</c></summary>
    Wrapped,

    /// <summary><c>errors: [{type, …}]</c></summary>
    Unwrapped,
}
