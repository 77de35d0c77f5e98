namespace PulumiNumbers.Carriers.Numbers;

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
