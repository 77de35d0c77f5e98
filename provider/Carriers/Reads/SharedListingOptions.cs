namespace PulumiNumbers.Carriers.Reads;

/// <summary>How long a listing serves readers that come after it.</summary>
public sealed record SharedListingOptions
{
    /// <summary>A listing, or a single read, counts as part of the same burst for this long after the last reader came.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>However many readers keep coming, no listing that began longer ago than this is used.</summary>
    public TimeSpan Oldest { get; init; } = TimeSpan.FromMinutes(1);
}
