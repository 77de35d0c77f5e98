namespace PulumiNumbers.Carriers;

/// <summary>What a carrier's failure means for whoever asked, whichever carrier it was and however it said so.</summary>
public enum CarrierErrorKind
{
    /// <summary>The carrier understood the request and will never accept it as it is. Nothing was changed.</summary>
    InvalidRequest,

    /// <summary>The credentials are wrong, revoked or expired. Nothing was changed.</summary>
    Unauthenticated,

    /// <summary>The credentials are right, but this account may not do it: a product that is not enabled, a suspended account, a blocked address.</summary>
    Forbidden,

    /// <summary>The thing that the request names does not exist.</summary>
    NotFound,

    /// <summary>The thing exists already, or somebody else has it: a pool id in use, a number that was just sold.</summary>
    Conflict,

    /// <summary>The carrier could not be reached or says that it is down.</summary>
    Unavailable,

    /// <summary>Too many requests, or a quota is used up. Nothing was changed.</summary>
    RateLimited,

    /// <summary>The account's balance does not cover it. Nothing was changed.</summary>
    InsufficientFunds,

    /// <summary>No complete answer came in time. What the request changes may have happened.</summary>
    Timeout,

    /// <summary>An answer that never came or cannot be read, to a request that changes something: it may have happened.</summary>
    Ambiguous,

    /// <summary>The carrier does not offer this operation, or not to this account (405, 501). Nothing was changed.</summary>
    Unsupported,

    /// <summary>An answer that the carrier's documents do not describe. What the request changes may have happened.</summary>
    Unexpected,
}
