namespace PulumiNumbers.Carriers;

/// <summary>What a carrier's failure means, whichever carrier it was and however it said so.</summary>
public enum CarrierErrorKind
{
    /// <summary>The carrier understood the request and will never accept it as it is. Nothing was changed.</summary>
    InvalidRequest,

    /// <summary>The credentials are wrong, revoked or expired. Nothing was changed.</summary>
    Unauthenticated,

    /// <summary>The credentials are right, but this account may not do it: a product that is not enabled, a suspended account, a blocked address.</summary>
    Forbidden,

    /// <summary>
    /// The thing that the request names does not exist: confirmed by the carrier's own error for a missing thing, or by a complete listing that
    /// lacks it. Any other 404 is <see cref="Unexpected"/>.
    /// </summary>
    NotFound,

    /// <summary>The thing exists already, or somebody else has it: a pool id in use, a number that was just sold.</summary>
    Conflict,

    /// <summary>The carrier could not be reached or says that it is down.</summary>
    Unavailable,

    /// <summary>Too many requests, or a quota is used up. Nothing was changed.</summary>
    RateLimited,

    /// <summary>The account's balance does not cover it. Nothing was changed.</summary>
    InsufficientFunds,

    /// <summary>No complete response came in time. What the request changes may have happened.</summary>
    Timeout,

    /// <summary>The response to a request that changes something was lost: it may have happened.</summary>
    Ambiguous,

    /// <summary>The carrier does not offer this operation, or not to this account (405, 501). Nothing was changed.</summary>
    Unsupported,

    /// <summary>A status or a redirect that the carrier's documents do not describe, often from something in front of the carrier's API.</summary>
    Unexpected,

    /// <summary>A response whose body has another shape than the carrier's documents describe, or a listing that is incomplete.</summary>
    UnreadableResponse,

    /// <summary>The caller cancelled a request that must not be repeated; <see cref="CarrierException.Effect"/> says whether it may have happened.</summary>
    Cancelled,
}

/// <summary>What follows from a <see cref="CarrierErrorKind"/>.</summary>
public static class CarrierErrorKinds
{
    /// <summary>True where the same request may well succeed a little later.</summary>
    public static bool IsTransient(this CarrierErrorKind kind) => kind
        is CarrierErrorKind.Timeout or CarrierErrorKind.Ambiguous or CarrierErrorKind.Unavailable or CarrierErrorKind.RateLimited;

    /// <summary>A description for a failure that the carrier itself did not describe.</summary>
    public static string Describe(this CarrierErrorKind kind) => kind switch
    {
        CarrierErrorKind.InvalidRequest => "the request was rejected as invalid",
        CarrierErrorKind.Unauthenticated => "the credentials were rejected",
        CarrierErrorKind.Forbidden => "the account is not allowed to do this",
        CarrierErrorKind.NotFound => "not found",
        CarrierErrorKind.Conflict => "it exists already or belongs to somebody else",
        CarrierErrorKind.Unavailable => "the carrier is not available",
        CarrierErrorKind.RateLimited => "too many requests",
        CarrierErrorKind.InsufficientFunds => "the account's balance is too low",
        CarrierErrorKind.Timeout => "no response came in time",
        CarrierErrorKind.Ambiguous => "the response was lost, so it may have happened",
        CarrierErrorKind.Unsupported => "the carrier does not offer this operation to this account",
        CarrierErrorKind.UnreadableResponse => "the response cannot be read",
        CarrierErrorKind.Cancelled => "the run was cancelled",
        _ => "the carrier's documents do not describe this response",
    };

    /// <summary>What a failure of this kind says about the request's effect where nothing more is known.</summary>
    internal static RequestEffect DefaultEffect(this CarrierErrorKind kind) => kind switch
    {
        CarrierErrorKind.RateLimited => RequestEffect.NotExecuted,
        CarrierErrorKind.Timeout or CarrierErrorKind.Ambiguous or CarrierErrorKind.Unavailable or CarrierErrorKind.Unexpected
            or CarrierErrorKind.UnreadableResponse or CarrierErrorKind.Cancelled => RequestEffect.Unknown,
        _ => RequestEffect.Rejected,
    };
}
