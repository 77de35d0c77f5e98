namespace PulumiNumbers.Emulator.Vonage.Pools;

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
