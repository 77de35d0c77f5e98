using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>What somebody wants to rent.</summary>
public sealed record PurchaseRequest
{
    /// <summary>Who wants it, as <see cref="NumberClaims"/> knows it.</summary>
    public required string Holder { get; init; }

    /// <summary>The very number, or null where any will do that meets the criteria.</summary>
    public Msisdn? Number { get; init; }

    /// <summary>
    /// What the number must be like. With <see cref="Number"/> given, its country and payment interval say how to order, and the other criteria must
    /// hold of that number.
    /// </summary>
    public NumberCriteria Criteria { get; init; } = new();

    /// <summary>What it may cost.</summary>
    public FeeLimits Limits { get; init; } = new();
}
