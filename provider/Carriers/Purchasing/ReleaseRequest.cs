namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>A number to give back to its carrier.</summary>
/// <param name="Holder">Who has it, as <see cref="NumberClaims"/> knows it.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Number">The number.</param>
/// <param name="Immediately">At once rather than at the end of the period that is paid for, where the carrier leaves the choice.</param>
public sealed record ReleaseRequest(string Holder, string Country, Msisdn Number, bool Immediately = false);
