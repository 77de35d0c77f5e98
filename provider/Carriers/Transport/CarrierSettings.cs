using System.Globalization;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>What every connection to one carrier account needs.</summary>
/// <param name="Carrier">The carrier's name as users know it.</param>
/// <param name="AccountId">The account: all APIs and processes that use it share its pace.</param>
/// <param name="Endpoint">Where its API is.</param>
/// <param name="Resilience">How patient and how gentle the calls are.</param>
/// <param name="Pacer">Spaces the account's requests.</param>
/// <param name="TimeProvider">The clock.</param>
/// <param name="Events">Receives retries and waits.</param>
/// <param name="Redactor">Keeps the account's secrets out of text.</param>
internal sealed record CarrierSettings(
    string Carrier, string AccountId, CarrierEndpoint Endpoint, ResilienceOptions Resilience, IAccountPacer Pacer,
    TimeProvider TimeProvider, ICarrierEvents Events, Redactor Redactor)
{
    /// <summary>The name under which the account's requests are paced.</summary>
    public string PacingKey => $"{Carrier}/{AccountId}";
}

/// <summary>What to do next, by the kind of failure.</summary>
internal static class RemediationHints
{
    public static string? For(CarrierErrorKind kind, CarrierSettings settings, TimeSpan? retryAfter) => kind switch
    {
        CarrierErrorKind.Unauthenticated => $"Check the credentials configured for {settings.Carrier}: they may be wrong, revoked or of another account.",
        CarrierErrorKind.Forbidden => $"Ask {settings.Carrier} to enable this for the account, or use credentials that may do it.",
        CarrierErrorKind.InsufficientFunds => $"Top up the account at {settings.Carrier}, then run it again.",
        CarrierErrorKind.RateLimited when retryAfter is { } wait =>
            $"Run it again after {(settings.TimeProvider.GetUtcNow() + wait).UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}.",
        CarrierErrorKind.RateLimited => "Run it again later, or lower the number of requests a second.",
        CarrierErrorKind.Unavailable or CarrierErrorKind.Timeout =>
            $"Run it again later; if it stays like this, check whether {settings.Endpoint.Address.Authority} can be reached from this machine.",
        CarrierErrorKind.Ambiguous => "It may have happened: refresh before trying again.",
        CarrierErrorKind.UnreadableResponse => "Run it again later; if it stays like this, check the base URL in the configuration.",
        _ => null,
    };

    public static string CheckBaseUrl(CarrierSettings settings)
        => $"The response does not come from the carrier's API, so it does not say whether this exists: check the base URL configured for {settings.Carrier} ({settings.Endpoint}) and proxies on the way.";
}
