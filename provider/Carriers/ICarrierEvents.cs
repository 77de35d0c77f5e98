namespace PulumiNumbers.Carriers;

/// <summary>
/// Hears of what happens between a request and its answer, so that a user who waits can see why. Calls come from any thread;
/// implementations return at once and never throw.
/// </summary>
public interface ICarrierEvents
{
    /// <summary>A request failed in a way that may pass and is about to be repeated.</summary>
    void Retrying(CarrierRetry retry);

    /// <summary>Nothing will happen for a while that is long enough for a user to wonder about.</summary>
    void Waiting(CarrierWait wait);

    /// <summary>Something that a person should know although nothing failed: a quota that is nearly used up, an API that is being withdrawn.</summary>
    /// <param name="carrier">Which carrier.</param>
    /// <param name="message">A complete sentence.</param>
    void Warn(string carrier, string message);
}
