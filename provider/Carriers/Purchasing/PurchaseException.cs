namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>Why a number was not bought, where the carrier as such works.</summary>
public enum PurchaseFailure
{
    /// <summary>The account owns the number already. It is neither bought again nor taken over.</summary>
    AlreadyOwned,

    /// <summary>Another resource of this deployment declares, buys or gives up the same number.</summary>
    Conflict,

    /// <summary>No offer meets the request.</summary>
    NoMatch,

    /// <summary>Every number that was tried was refused or sold to somebody else.</summary>
    AllRefused,

    /// <summary>
    /// An earlier run ordered another number for the same resource and was interrupted. That number belongs to the account and to no state.
    /// </summary>
    InterruptedPurchase,

    /// <summary>
    /// The response to the order was lost, and what the account owns did not settle it. Whoever buys another number before this one is settled may pay
    /// for two.
    /// </summary>
    IndeterminateOutcome,
}

/// <summary>A number could not be had. Unless the failure says otherwise, no money was spent.</summary>
public sealed class PurchaseException : Exception
{
    /// <summary>Makes the exception.</summary>
    public PurchaseException(PurchaseFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>Why.</summary>
    public PurchaseFailure Failure { get; }

    /// <summary>The carrier's name.</summary>
    public required string Carrier { get; init; }

    /// <summary>The number that the failure is about; null where it is about a search.</summary>
    public Msisdn? Number { get; init; }

    /// <summary>The number's country (ISO 3166-1 alpha-2), where known.</summary>
    public string? Country { get; init; }

    /// <summary>The resource that has or declares the number, where that is why.</summary>
    public string? OtherUrn { get; init; }

    /// <summary>The numbers that were tried, and why each was not had.</summary>
    public IReadOnlyList<RejectedCandidate> Tried { get; init; } = [];
}

/// <summary>A number that was tried and not had.</summary>
/// <param name="Number">The number.</param>
/// <param name="Reason">Why, in the carrier's words where it spoke.</param>
public sealed record RejectedCandidate(Msisdn Number, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Number}: {Reason}";
}
