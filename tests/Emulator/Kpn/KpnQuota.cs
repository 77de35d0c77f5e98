namespace PulumiNumbers.Emulator.Kpn;

/// <summary>KPN's quota as its answers' headers tell it.</summary>
public sealed record KpnQuota
{
    /// <summary>Calls within one interval, <c>quota-limit</c>.</summary>
    public int Limit { get; init; } = 1_000_000;

    /// <summary>Length of the interval in units, <c>quota-interval</c>.</summary>
    public int Interval { get; init; } = 1;

    /// <summary>The unit: minute, hour, day, week or month, <c>quota-time-unit</c>.</summary>
    public string TimeUnit { get; init; } = "minute";
}
