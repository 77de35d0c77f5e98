using System.Globalization;

namespace PulumiNumbers.Provider;

/// <summary>Times as properties show them.</summary>
internal static class Rfc3339
{
    /// <summary>A time in UTC to the second, such as <c>2026-03-01T09:30:00Z</c>; null for none.</summary>
    public static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>The time that a property shows; null for none and for what is no time.</summary>
    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
