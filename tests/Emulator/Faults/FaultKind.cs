namespace PulumiNumbers.Emulator.Faults;

/// <summary>How a carrier misbehaves. On the wire the members are in kebab case: <c>reset-before</c>.</summary>
public enum FaultKind
{
    /// <summary>A status of its own, with headers and body if given; the carrier's error shape otherwise.</summary>
    Status,

    /// <summary>Nothing but the rule's delay.</summary>
    Delay,

    /// <summary>The connection is reset, and nothing happened.</summary>
    ResetBefore,

    /// <summary>The connection is reset after the operation took effect.</summary>
    ResetAfter,

    /// <summary>The right status with JSON that breaks off.</summary>
    Malformed,

    /// <summary>A gateway's error page; status 502 unless given.</summary>
    Html,

    /// <summary>The right status with bytes that are no text.</summary>
    Garbage,

    /// <summary>The right headers and half of the body, then a reset.</summary>
    Truncated,

    /// <summary>The right headers and half of the body, then nothing for the rule's delay (for ever, if it has none), then the rest.</summary>
    Stalled,

    /// <summary>A body of <see cref="FaultRule.Size"/> bytes of valid JSON.</summary>
    Oversized,

    /// <summary>The right response with its lists emptied; the totals stay.</summary>
    EmptyPage,

    /// <summary>The named numbers of a pool's batch fail with the rule's code, the others go through.</summary>
    Partial,
}
