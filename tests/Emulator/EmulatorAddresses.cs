namespace PulumiNumbers.Emulator;

/// <summary>Where each carrier is, and the environment that points a provider there.</summary>
/// <param name="Base">The server's address.</param>
public sealed record EmulatorAddresses(Uri Base)
{
    /// <summary>Base of Vonage's Numbers API and of Number Pools.</summary>
    public Uri Vonage => new(Base, "vonage");

    /// <summary>Base of KPN's Phone Numbers API.</summary>
    public Uri Kpn => new(Base, "kpn/communication/nexmo/phone-numbers");

    /// <summary>KPN's token address, without its query.</summary>
    public Uri KpnToken => new(Base, "kpn/oauth/client_credential/accesstoken");

    /// <summary>Base of seven's API.</summary>
    public Uri Seven => new(Base, "seven/api");

    /// <summary>Base of PortSIP's API.</summary>
    public Uri PortSip => new(Base, "portsip/api");

    /// <summary>The emulator's own addresses.</summary>
    public Uri Control => new(Base, "_emulator");

    /// <summary>The environment variables by which a provider reaches all four with the right credentials.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["VONAGE_API_KEY"] = EmulatorCredentials.VonageApiKey,
        ["VONAGE_API_SECRET"] = EmulatorCredentials.VonageApiSecret,
        ["VONAGE_POOLS_URL"] = Vonage.AbsoluteUri,
        ["VONAGE_NUMBERS_URL"] = Vonage.AbsoluteUri,
        ["KPN_CLIENT_ID"] = EmulatorCredentials.KpnClientId,
        ["KPN_CLIENT_SECRET"] = EmulatorCredentials.KpnClientSecret,
        ["KPN_TOKEN_URL"] = KpnToken.AbsoluteUri,
        ["KPN_URL"] = Kpn.AbsoluteUri,
        ["SEVEN_API_KEY"] = EmulatorCredentials.SevenApiKey,
        ["SEVEN_URL"] = Seven.AbsoluteUri,
        ["PORTSIP_URL"] = PortSip.AbsoluteUri,
        ["PORTSIP_USERNAME"] = EmulatorCredentials.PortSipUsername,
        ["PORTSIP_PASSWORD"] = EmulatorCredentials.PortSipPassword,
        ["PORTSIP_DOMAIN"] = EmulatorCredentials.PortSipDomain,
    };
}
