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
