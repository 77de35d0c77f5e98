namespace PulumiNumbers.Carriers.Numbers;

/// <summary>A number that the account rents, with all that the carrier reports of it.</summary>
public sealed record OwnedNumber
{
    /// <summary>The number.</summary>
    public required Msisdn Number { get; init; }

    /// <summary>ISO 3166-1 alpha-2, upper case.</summary>
    public required string Country { get; init; }

    /// <summary>Its kind; null where the carrier does not say.</summary>
    public NumberType? Type { get; init; }

    /// <summary>What it can do.</summary>
    public IReadOnlySet<NumberFeature> Features { get; init; } = new HashSet<NumberFeature>();

    /// <summary>How it is handled, as far as the carrier reports it.</summary>
    public NumberSettings Settings { get; init; } = new();

    /// <summary>What it costs; null where the carrier does not report it (KPN, Vonage).</summary>
    public NumberFees? Fees { get; init; }

    /// <summary>What handles inbound messages, where set in the dashboard (Vonage; read only).</summary>
    public string? MessagesCallbackType { get; init; }

    /// <summary>The value for <see cref="MessagesCallbackType"/> (Vonage; read only).</summary>
    public string? MessagesCallbackValue { get; init; }

    /// <summary>When it was bought (seven.io, which names no time zone: read as UTC).</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it ends, for a number that has been cancelled and still runs (seven.io; read as UTC).</summary>
    public DateTimeOffset? Expires { get; init; }
}

/// <summary>Which of the account's numbers to list. What is null does not matter. What a carrier cannot filter by is filtered here.</summary>
public sealed record OwnedNumberFilter
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>Digits that the number must contain, where <see cref="SearchPattern"/> says.</summary>
    public string? Pattern { get; init; }

    /// <summary>Where <see cref="Pattern"/> must stand.</summary>
    public SearchPattern SearchPattern { get; init; }

    /// <summary>The application that handles the number (Vonage).</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Whether any application handles the number (Vonage).</summary>
    public bool? HasApplication { get; init; }
}

/// <summary>Applies filters here, for carriers that cannot.</summary>
internal static class OwnedNumberFilterExtensions
{
    public static bool Accepts(this OwnedNumberFilter filter, OwnedNumber number)
        => (filter.Country is null || string.Equals(filter.Country, number.Country, StringComparison.OrdinalIgnoreCase))
        && filter.SearchPattern.Matches(filter.Pattern, number.Number)
        && (filter.ApplicationId is null || string.Equals(filter.ApplicationId, number.Settings.AppId, StringComparison.OrdinalIgnoreCase))
        && (filter.HasApplication is null || filter.HasApplication == !string.IsNullOrEmpty(number.Settings.AppId));

    public static bool Matches(this SearchPattern place, string? pattern, Msisdn number) => pattern is null || place switch
    {
        SearchPattern.Contains => number.Digits.Contains(pattern, StringComparison.Ordinal),
        SearchPattern.EndsWith => number.Digits.EndsWith(pattern, StringComparison.Ordinal),
        _ => number.Digits.StartsWith(pattern, StringComparison.Ordinal),
    };
}
