namespace PulumiNumbers.Carriers.Waiting;

/// <summary>Waits that double from the first up to a limit.</summary>
/// <param name="First">The wait after the first attempt.</param>
/// <param name="Longest">No wait is longer.</param>
public sealed record Backoff(TimeSpan First, TimeSpan Longest)
{
    private const int MostDoublings = 30;

    /// <summary>The wait after an attempt.</summary>
    /// <param name="attempt">The number of the attempt that failed, from 1.</param>
    public TimeSpan After(int attempt)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(attempt, 1);
        var wait = First * Math.Pow(2, Math.Min(attempt - 1, MostDoublings));
        return wait < Longest ? wait : Longest;
    }
}
