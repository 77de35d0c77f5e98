using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>A number to rent.</summary>
public sealed record PurchaseRequest
{
    /// <summary>For which resource, as <see cref="NumberReservations"/> knows it.</summary>
    public required string Urn { get; init; }

    /// <summary>The very number, or null where any serves that meets the criteria.</summary>
    public Msisdn? Number { get; init; }

    /// <summary>
    /// What the number must be like. With <see cref="Number"/> given, its country and payment interval say how to order, and the other criteria must
    /// hold of that number.
    /// </summary>
    public NumberCriteria Criteria { get; init; } = new();

    /// <summary>What it may cost.</summary>
    public FeeLimits Limits { get; init; } = new();

    /// <summary>Whether a number serves, as far as number and country decide it: one that was found once stays, whatever the other criteria say.</summary>
    internal bool Accepts(NumberKey key, string? country) => Number is { } number
        ? number == key.Number
        : Criteria.Country is not { } wanted || string.IsNullOrEmpty(country) || wanted == country;
}
