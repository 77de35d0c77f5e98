namespace PulumiNumbers.Provider.Configuration;

/// <summary>The forms of texts that several inputs share, and the words for what does not have them.</summary>
internal static class InputForm
{
    /// <summary>A Vonage account id.</summary>
    public const string AccountId = "^[a-z0-9]{8}$";

    /// <summary>What is wrong with what is no <see cref="AccountId"/>.</summary>
    public const string AccountIdRule = "A Vonage account id is 8 lower-case letters and digits, such as a1b2c3d4.";

    /// <summary>A country.</summary>
    public const string Country = "^[A-Za-z]{2}$";

    /// <summary>What is wrong with what is no <see cref="Country"/>.</summary>
    public const string CountryRule = "A country is two letters (ISO 3166-1 alpha-2), such as GB.";

    /// <summary>A part of a number.</summary>
    public const string Digits = "^[0-9]{1,15}$";

    /// <summary>What is wrong with what is no <see cref="Digits"/>.</summary>
    public const string DigitsRule = "A part of a number is 1 to 15 digits.";
}
