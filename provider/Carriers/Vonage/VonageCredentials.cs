using PulumiNumbers.Carriers.Authentication;

namespace PulumiNumbers.Carriers.Vonage;

/// <summary>A Vonage API key and its secret.</summary>
/// <param name="ApiKey">The key: 8 lower-case letters and digits, which is the account's id too.</param>
/// <param name="ApiSecret">The secret.</param>
public sealed record VonageCredentials(string ApiKey, Secret ApiSecret);
