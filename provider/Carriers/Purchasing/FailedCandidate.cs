namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>A number that was tried and not had.</summary>
/// <param name="Number">The number.</param>
/// <param name="Reason">Why, in the carrier's words where it spoke.</param>
public sealed record FailedCandidate(Msisdn Number, string Reason)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Number}: {Reason}";
}
