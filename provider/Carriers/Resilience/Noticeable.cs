namespace PulumiNumbers.Carriers.Resilience;

/// <summary>What people notice.</summary>
internal static class Noticeable
{
    /// <summary>The shortest wait that is worth a line.</summary>
    public static readonly TimeSpan Wait = TimeSpan.FromSeconds(3);
}
