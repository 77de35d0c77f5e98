using System.Globalization;
using System.Net.Http.Headers;

namespace PulumiNumbers.Carriers.Kpn;

/// <summary>The state of a quota as an answer's headers tell it (KPN API store, "response headers").</summary>
/// <param name="Used">The calls made in the current interval.</param>
/// <param name="Limit">The calls that an interval allows.</param>
/// <param name="Interval">The interval, such as <c>1 minute</c>; null where not told.</param>
/// <param name="Reset">When the interval ends; null where not told.</param>
internal sealed record KpnQuota(long Used, long Limit, string? Interval, DateTimeOffset? Reset)
{
    private static readonly DateTimeOffset FirstMillisecondsNotSeconds = DateTimeOffset.UnixEpoch.AddSeconds(100_000_000);

    public bool IsExhausted => Used >= Limit;

    public double Share => Limit == 0 ? 1 : (double)Used / Limit;

    /// <summary>Reads the headers; null where there is no quota.</summary>
    public static KpnQuota? Read(HttpResponseHeaders headers)
    {
        if (Number(headers, "quota-limit") is not { } limit || Number(headers, "quota-used") is not { } used)
            return null;
        var unit = Text(headers, "quota-time-unit");
        var interval = unit is null ? null : $"{Text(headers, "quota-interval") ?? "1"} {unit}";
        return new KpnQuota(used, limit, interval, Time(Text(headers, "quota-reset-UTC")));
    }

    /// <summary>One line: <c>90 of 100 calls in 1 minute, until 2026-01-01 12:00:00Z</c>.</summary>
    public override string ToString()
    {
        var interval = Interval is null ? "" : $" in {Interval}";
        var reset = Reset is { } time ? $", until {time.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)}" : "";
        return $"{Used} of {Limit} calls{interval}{reset}";
    }

    private static string? Text(HttpResponseHeaders headers, string name)
        => headers.TryGetValues(name, out var values) ? values.FirstOrDefault()?.Trim() : null;

    private static long? Number(HttpResponseHeaders headers, string name)
        => long.TryParse(Text(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // The form of the time is not documented: dates, seconds and milliseconds since 1970 are taken.
    private static DateTimeOffset? Time(string? text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var since))
        {
            return since < FirstMillisecondsNotSeconds.ToUnixTimeMilliseconds()
                ? DateTimeOffset.FromUnixTimeSeconds(since)
                : since < DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() ? DateTimeOffset.FromUnixTimeMilliseconds(since) : null;
        }

        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
    }
}
