namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>What became of a number that was to be given back.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Expires">Where it is ending: when.</param>
/// <param name="Keeper">Where it was kept: the holder that has it now.</param>
public sealed record Release(ReleaseOutcome Outcome, DateTimeOffset? Expires = null, string? Keeper = null);
