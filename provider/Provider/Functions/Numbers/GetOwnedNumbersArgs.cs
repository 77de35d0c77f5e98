using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;
using PulumiNumbers.Provider.Resources.OwnedNumbers;

namespace PulumiNumbers.Provider.Functions.Numbers;

/// <summary>Which of an account's numbers to list.</summary>
public sealed record GetOwnedNumbersArgs
{
    /// <summary>At which carrier.</summary>
    [Property("The carrier whose account is listed.")]
    public required NumberCarrier Carrier { get; init; }

    /// <summary>In which country.</summary>
    [Property("The country, as two letters (ISO 3166-1 alpha-2), such as `GB`.")]
    [RegularExpression(InputForm.Country, ErrorMessage = InputForm.CountryRule)]
    public string? Country { get; init; }

    /// <summary>Digits to look for.</summary>
    [Property("Digits that the number must contain.")]
    [RegularExpression(InputForm.Digits, ErrorMessage = InputForm.DigitsRule)]
    public string? Pattern { get; init; }

    /// <summary>Where the digits must stand.</summary>
    [Property("Where in the number `pattern` must stand. Default: at its beginning.")]
    public SearchPattern? SearchPattern { get; init; }

    /// <summary>Which application handles it.</summary>
    [Property("The id of the application that handles the number (Vonage).")]
    public string? AppId { get; init; }

    /// <summary>Whether any application handles it.</summary>
    [Property("Whether any application handles the number (Vonage).")]
    public bool? HasApplication { get; init; }
}
