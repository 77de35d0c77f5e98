namespace PulumiNumbers.Emulator.Kpn;

/// <summary>The quota as of one call.</summary>
internal sealed record QuotaReading(KpnQuota Quota, int Used, DateTimeOffset ResetsAt, bool Exceeded);
