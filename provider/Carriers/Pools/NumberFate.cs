using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>What one request meant for one number, and in the carrier's words why.</summary>
internal sealed record NumberFate(Msisdn Number, Fate Fate, NumberFailure? Failure = null);
