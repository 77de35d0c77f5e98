namespace PulumiNumbers.Carriers.Numbers;

/// <summary>Applies filters here, for carriers that cannot.</summary>
internal static class OwnedNumberFilterExtensions
{
    public static bool Admits(this OwnedNumberFilter filter, OwnedNumber number)
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
