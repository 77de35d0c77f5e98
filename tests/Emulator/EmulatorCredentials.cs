namespace PulumiNumbers.Emulator;

/// <summary>The credentials that the emulated carriers accept. None of them opens anything outside the emulator.</summary>
public static class EmulatorCredentials
{
    /// <summary>API key, and so account id, of the Vonage account (Numbers and Number Pools alike).</summary>
    public const string VonageApiKey = "a1b2c3d4";

    /// <summary>API secret of <see cref="VonageApiKey"/>.</summary>
    public const string VonageApiSecret = "emulator-vonage-secret";

    /// <summary>API key of a subaccount of <see cref="VonageApiKey"/>, reached with <c>target_api_key</c> or with its own secret.</summary>
    public const string VonageSubaccountKey = "e5f6a7b8";

    /// <summary>API secret of <see cref="VonageSubaccountKey"/>.</summary>
    public const string VonageSubaccountSecret = "emulator-vonage-subaccount-secret";

    /// <summary>API key of another customer's account, which owns nothing at first.</summary>
    public const string VonageOtherKey = "f0e1d2c3";

    /// <summary>API secret of <see cref="VonageOtherKey"/>.</summary>
    public const string VonageOtherSecret = "emulator-vonage-other-secret";

    /// <summary>OAuth client id at KPN.</summary>
    public const string KpnClientId = "emulator-kpn-client";

    /// <summary>OAuth client secret at KPN.</summary>
    public const string KpnClientSecret = "emulator-kpn-secret";

    /// <summary>OAuth client id of another customer's account at KPN, which owns nothing at first.</summary>
    public const string KpnOtherClientId = "emulator-kpn-other-client";

    /// <summary>OAuth client secret of <see cref="KpnOtherClientId"/>.</summary>
    public const string KpnOtherClientSecret = "emulator-kpn-other-secret";

    /// <summary>API key at seven.</summary>
    public const string SevenApiKey = "emulator-seven-key";

    /// <summary>The account that <see cref="SevenApiKey"/> opens. No operation shows it.</summary>
    public const string SevenAccount = "seven-account";

    /// <summary>API key of another customer's account at seven, which owns nothing at first.</summary>
    public const string SevenOtherApiKey = "emulator-seven-other-key";

    /// <summary>The account that <see cref="SevenOtherApiKey"/> opens.</summary>
    public const string SevenOtherAccount = "seven-other-account";

    /// <summary>User name of a tenant's user at PortSIP; logs in with <see cref="PortSipDomain"/>.</summary>
    public const string PortSipUsername = "emulator-operator";

    /// <summary>Password of <see cref="PortSipUsername"/>.</summary>
    public const string PortSipPassword = "emulator-portsip-password";

    /// <summary>SIP domain of the tenant.</summary>
    public const string PortSipDomain = "pbx.example.com";

    /// <summary>User name of PortSIP's system administrator; logs in without a domain.</summary>
    public const string PortSipAdministrator = "emulator-administrator";

    /// <summary>Password of <see cref="PortSipAdministrator"/>.</summary>
    public const string PortSipAdministratorPassword = "emulator-portsip-administrator-password";

    /// <summary>A PortSIP token that was handed out once and does not expire.</summary>
    public const string PortSipToken = "emulator-portsip-token";

    /// <summary>SIP domain of another tenant, which owns nothing at first; the same user and password log in.</summary>
    public const string PortSipOtherDomain = "pbx.other.example";

    /// <summary>A token of the other tenant that does not expire.</summary>
    public const string PortSipOtherToken = "emulator-portsip-other-token";
}
