namespace PulumiNumbers.Carriers;

/// <summary>A wait that a user would notice.</summary>
/// <param name="Carrier">Which carrier.</param>
/// <param name="Operation">What waits, such as <c>buy number 447700900123</c>.</param>
/// <param name="Duration">How long, as far as known.</param>
/// <param name="Reason">Why, in one line: <c>too many requests</c>, <c>the pool service does not know 3 numbers yet</c>.</param>
public sealed record CarrierWait(string Carrier, string Operation, TimeSpan Duration, string Reason);
