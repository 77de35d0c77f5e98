namespace PulumiNumbers.Provider.Resources;

/// <summary>How a Vonage account id looks.</summary>
internal static class VonageAccountId
{
    public const string Pattern = "^[a-z0-9]{8}$";

    public const string Rule = "A Vonage account id is 8 lower-case letters and digits, such as a1b2c3d4.";
}
