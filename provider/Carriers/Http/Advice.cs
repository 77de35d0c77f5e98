using System.Globalization;

namespace PulumiNumbers.Carriers.Http;

/// <summary>What to do next, by the kind of failure.</summary>
internal static class Advice
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
            $"Run it again later; if it stays like this, see whether {settings.Endpoint.Address.Authority} can be reached from this machine.",
        CarrierErrorKind.Ambiguous => "It may have been done all the same: refresh before trying again.",
        _ => null,
    };
}
