namespace PulumiNumbers.Carriers;

/// <summary>What follows from a <see cref="CarrierErrorKind"/>.</summary>
public static class CarrierErrorKinds
{
    /// <summary>
    /// True where a request that changes something may have done so although it failed: only asking the carrier what now holds can tell.
    /// An unavailable carrier counts, because a gateway's 502 or 503 says nothing of what stands behind it.
    /// </summary>
    public static bool MayHaveTakenEffect(this CarrierErrorKind kind) => kind
        is CarrierErrorKind.Timeout or CarrierErrorKind.Ambiguous or CarrierErrorKind.Unexpected or CarrierErrorKind.Unavailable;

    /// <summary>True where the same request may well succeed a little later.</summary>
    public static bool MayPass(this CarrierErrorKind kind) => kind
        is CarrierErrorKind.Timeout or CarrierErrorKind.Ambiguous or CarrierErrorKind.Unavailable or CarrierErrorKind.RateLimited;

    /// <summary>Words for a failure of which the carrier itself said nothing.</summary>
    public static string Describe(this CarrierErrorKind kind) => kind switch
    {
        CarrierErrorKind.InvalidRequest => "the request was refused as invalid",
        CarrierErrorKind.Unauthenticated => "the credentials were refused",
        CarrierErrorKind.Forbidden => "the account is not allowed to do this",
        CarrierErrorKind.NotFound => "not found",
        CarrierErrorKind.Conflict => "it exists already or belongs to somebody else",
        CarrierErrorKind.Unavailable => "the carrier is not available",
        CarrierErrorKind.RateLimited => "too many requests",
        CarrierErrorKind.InsufficientFunds => "the account's balance is too low",
        CarrierErrorKind.Timeout => "no answer came in time",
        CarrierErrorKind.Ambiguous => "the answer was lost, so whether it happened is not known",
        CarrierErrorKind.Unsupported => "the carrier does not offer this operation to this account",
        _ => "the carrier answered in a way that its documents do not describe",
    };
}
