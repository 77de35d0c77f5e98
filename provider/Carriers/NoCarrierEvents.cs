namespace PulumiNumbers.Carriers;

/// <summary>Listens to nothing: for callers that have nobody to tell.</summary>
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
