namespace PulumiNumbers.Tests.Lifecycle.Memberships.Faults;

/// <summary>What the pool service does instead of what it should.</summary>
public enum Misbehaviour
{
    /// <summary>429 with <c>Retry-After</c>.</summary>
    TooManyRequests,

    /// <summary>500.</summary>
    InternalError,

    /// <summary>503.</summary>
    Unavailable,

    /// <summary>No answer before the request's timeout, and no effect.</summary>
    TooLate,

    /// <summary>The connection is reset before the effect.</summary>
    ResetBefore,

    /// <summary>The connection is reset after the effect.</summary>
    ResetAfter,

    /// <summary>The effect, and an answer that breaks off.</summary>
    Malformed,

    /// <summary>207: all numbers but one fail.</summary>
    PartlyRefused,

    /// <summary>400: every number fails.</summary>
    AllRefused,

    /// <summary>401.</summary>
    Unauthorized,

    /// <summary>404: somebody deletes the pool at this very moment.</summary>
    PoolGone,
}
