namespace PulumiNumbers.Carriers.Numbers;

/// <summary>What to buy.</summary>
/// <param name="Country">ISO 3166-1 alpha-2 (KPN and Vonage need it).</param>
/// <param name="Number">The number.</param>
/// <param name="PaymentInterval">How often the rent is due (seven.io).</param>
public sealed record NumberOrder(string Country, Msisdn Number, PaymentInterval PaymentInterval = PaymentInterval.Monthly);
