namespace PulumiNumbers.Engine.State;

/// <summary>How long each operation on a resource may take, in seconds; 0 leaves it to the provider.</summary>
public sealed record CustomTimeouts(double Create = 0, double Update = 0, double Delete = 0, double Read = 0)
{
    /// <summary>No limits.</summary>
    public static CustomTimeouts None { get; } = new();
}
