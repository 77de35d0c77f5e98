using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Configuration;
using PulumiNumbers.Provider.Resources.OwnedNumbers;

namespace PulumiNumbers.Provider.Functions.Numbers;

/// <summary>Which numbers on offer to list.</summary>
public sealed record GetAvailableNumbersArgs
{
    /// <summary>Whose offer.</summary>
    [Property("The carrier whose offer is searched.")]
    public required NumberCarrier Carrier { get; init; }

    /// <summary>In which country.</summary>
    [Property("The country, as two letters (ISO 3166-1 alpha-2), such as `GB`. Needed by KPN and Vonage.")]
    [RegularExpression(InputForm.Country, ErrorMessage = InputForm.CountryRule)]
    public string? Country { get; init; }

    /// <summary>Digits to look for.</summary>
    [Property("Digits that the number must contain.")]
    [RegularExpression(InputForm.Digits, ErrorMessage = InputForm.DigitsRule)]
    public string? Pattern { get; init; }

    /// <summary>Where the digits must stand.</summary>
    [Property("Where in the number `pattern` must stand. Default: at its beginning.")]
    public SearchPattern? SearchPattern { get; init; }

    /// <summary>The kind of number.</summary>
    [Property("The kind of number (KPN, Vonage).")]
    public NumberType? Type { get; init; }

    /// <summary>What it must be able to do.</summary>
    [Property("What the number must be able to do: all of these.")]
    public IReadOnlySet<NumberFeature>? Features { get; init; }

    /// <summary>The most that it may cost a month.</summary>
    [Property("The most that the number may cost a month, in the carrier's currency.")]
    [Range(0, 1_000_000)]
    public double? MaxMonthlyFee { get; init; }

    /// <summary>The most that it may cost once.</summary>
    [Property("The most that setting the number up may cost, in the carrier's currency (seven.io).")]
    [Range(0, 1_000_000)]
    public double? MaxSetupFee { get; init; }

    /// <summary>For which payment interval fees are quoted.</summary>
    [Property("The payment interval for which fees are quoted (seven.io; default `annually`).")]
    public PaymentInterval? PaymentInterval { get; init; }

    /// <summary>How many to list.</summary>
    [Property("How many numbers to list at most. Left out, all of them, however many pages that takes.")]
    [Range(1, 1_000_000)]
    public int? Limit { get; init; }
}
