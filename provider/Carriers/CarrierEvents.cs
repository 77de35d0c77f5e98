namespace PulumiNumbers.Carriers;

/// <summary>A request that is about to be repeated.</summary>
/// <param name="Carrier">Which carrier.</param>
/// <param name="Operation">What is attempted, such as <c>list numbers of pool acme</c>.</param>
/// <param name="Attempt">The number of the attempt that failed, from 1.</param>
/// <param name="Delay">How long until the next attempt.</param>
/// <param name="Reason">Why the attempt failed, in one line.</param>
public sealed record CarrierRetry(string Carrier, string Operation, int Attempt, TimeSpan Delay, string Reason);

/// <summary>A wait that a user would notice.</summary>
/// <param name="Carrier">Which carrier.</param>
/// <param name="Operation">What waits, such as <c>buy number 447700900123</c>.</param>
/// <param name="Duration">How long, as far as known.</param>
/// <param name="Reason">Why, in one line: <c>too many requests</c>, <c>the pool service does not know 3 numbers yet</c>.</param>
public sealed record CarrierWait(string Carrier, string Operation, TimeSpan Duration, string Reason);

/// <summary>
/// Receives what happens between a request and its response, so that a user who waits can see why. Calls come from any thread;
/// implementations return at once and never throw.
/// </summary>
public interface ICarrierEvents
{
    /// <summary>A request failed in a transient way and is about to be repeated.</summary>
    void Retrying(CarrierRetry retry);

    /// <summary>Nothing will happen for a while that is long enough for a user to notice.</summary>
    void Waiting(CarrierWait wait);

    /// <summary>Something that a person should know although nothing failed: a quota that is nearly used up, an API that is being withdrawn.</summary>
    /// <param name="carrier">Which carrier.</param>
    /// <param name="message">A complete sentence.</param>
    void Warn(string carrier, string message);
}

/// <summary>Discards all events.</summary>
public sealed class NoCarrierEvents : ICarrierEvents
{
    /// <summary>The one instance; it holds no state.</summary>
    public static readonly NoCarrierEvents Instance = new();

    private NoCarrierEvents()
    {
    }

    /// <inheritdoc/>
    public void Retrying(CarrierRetry retry)
    {
    }

    /// <inheritdoc/>
    public void Waiting(CarrierWait wait)
    {
    }

    /// <inheritdoc/>
    public void Warn(string carrier, string message)
    {
    }
}
