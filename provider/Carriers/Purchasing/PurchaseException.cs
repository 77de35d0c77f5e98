namespace PulumiNumbers.Carriers.Purchasing;

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

    /// <summary>The numbers that were tried, and why each was not had.</summary>
    public IReadOnlyList<FailedCandidate> Tried { get; init; } = [];
}
