namespace Pulumi;

/// <summary>How long the operations on a resource may take.</summary>
public sealed class CustomTimeouts
{
    /// <summary>The limit for its creation.</summary>
    public TimeSpan? Create { get; set; }

    /// <summary>The limit for an update.</summary>
    public TimeSpan? Update { get; set; }

    /// <summary>The limit for its deletion.</summary>
    public TimeSpan? Delete { get; set; }
}
