namespace PulumiNumbers.Carriers.Numbers;

/// <summary>What to give up, and when.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 (KPN and Vonage need it).</param>
/// <param name="Number">The number.</param>
/// <param name="Immediately">At once rather than at the end of the billing period (seven.io). KPN and Vonage always cancel at once.</param>
public sealed record NumberCancellation(string Country, Msisdn Number, bool Immediately = false);
