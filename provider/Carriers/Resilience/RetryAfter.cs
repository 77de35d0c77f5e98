using System.Net.Http.Headers;

namespace PulumiNumbers.Carriers.Resilience;

/// <summary>Reads the <c>Retry-After</c> header, in seconds or as a date (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    public static TimeSpan? Of(HttpResponseHeaders headers, TimeProvider timeProvider)
    {
        if (headers.RetryAfter is not { } retryAfter)
            return null;
        if (retryAfter.Delta is { } delta)
            return delta;

        // Measured from the server's own clock where it tells its time: ours may be minutes off.
        var wait = retryAfter.Date - (headers.Date ?? timeProvider.GetUtcNow());
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
