namespace PulumiNumbers.Carriers;

/// <summary>A request that is about to be repeated.</summary>
/// <param name="Carrier">Which carrier.</param>
/// <param name="Operation">What is attempted, such as <c>list numbers of pool acme</c>.</param>
/// <param name="Attempt">The number of the attempt that failed, from 1.</param>
/// <param name="Delay">How long until the next attempt.</param>
/// <param name="Reason">Why the attempt failed, in one line.</param>
public sealed record CarrierRetry(string Carrier, string Operation, int Attempt, TimeSpan Delay, string Reason);
