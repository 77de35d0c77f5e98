namespace Pulumi.Numbers;

/// <summary>The stack's configuration of the default provider: the keys <c>numbers:…</c>, then the environment.</summary>
public static class Config
{
    private static readonly global::Pulumi.Config Values = new("numbers");

    /// <summary>
    /// The API key of the Vonage account (8 lower-case letters and digits). Needed by <c>NumberPool</c>, <c>PoolMembership</c> and by
    /// <c>OwnedNumber</c> with carrier <c>vonage</c>.
    /// </summary>
    public static string? VonageApiKey => Values.Get("vonageApiKey") ?? Environment.GetEnvironmentVariable("VONAGE_API_KEY");

    /// <summary>The API secret that goes with <c>vonageApiKey</c>.</summary>
    public static string? VonageApiSecret => Values.Get("vonageApiSecret") ?? Environment.GetEnvironmentVariable("VONAGE_API_SECRET");

    /// <summary>
    /// The id of the Vonage account whose number pools are managed, if it is not the one of <c>vonageApiKey</c> itself.
    /// </summary>
    public static string? VonageAccountId => Values.Get("vonageAccountId") ?? Environment.GetEnvironmentVariable("VONAGE_ACCOUNT_ID");

    /// <summary>The base URL of the Vonage Number Pools API, if it is not Vonage's own (<c>https://api.nexmo.com</c>).</summary>
    public static string? VonagePoolsUrl => Values.Get("vonagePoolsUrl") ?? Environment.GetEnvironmentVariable("VONAGE_POOLS_URL");

    /// <summary>The base URL of the Vonage Numbers API, if it is not Vonage's own (<c>https://rest.nexmo.com</c>).</summary>
    public static string? VonageNumbersUrl => Values.Get("vonageNumbersUrl") ?? Environment.GetEnvironmentVariable("VONAGE_NUMBERS_URL");

    /// <summary>The client id of the application in KPN's API store. Needed by <c>OwnedNumber</c> with carrier <c>kpn</c>.</summary>
    public static string? KpnClientId => Values.Get("kpnClientId") ?? Environment.GetEnvironmentVariable("KPN_CLIENT_ID");

    /// <summary>The client secret that goes with <c>kpnClientId</c>.</summary>
    public static string? KpnClientSecret => Values.Get("kpnClientSecret") ?? Environment.GetEnvironmentVariable("KPN_CLIENT_SECRET");

    /// <summary>
    /// The URL from which KPN's OAuth tokens are obtained, if it is not KPN's own
    /// (<c>https://api-prd.kpn.com/oauth/client_credential/accesstoken</c>).
    /// </summary>
    public static string? KpnTokenUrl => Values.Get("kpnTokenUrl") ?? Environment.GetEnvironmentVariable("KPN_TOKEN_URL");

    /// <summary>
    /// The base URL of KPN's Phone Numbers API, if it is not KPN's own
    /// (<c>https://api-prd.kpn.com/communication/nexmo/phone-numbers</c>).
    /// </summary>
    public static string? KpnUrl => Values.Get("kpnUrl") ?? Environment.GetEnvironmentVariable("KPN_URL");

    /// <summary>The API key of the seven.io account. Needed by <c>OwnedNumber</c> with carrier <c>seven</c>.</summary>
    public static string? SevenApiKey => Values.Get("sevenApiKey") ?? Environment.GetEnvironmentVariable("SEVEN_API_KEY");

    /// <summary>The base URL of the seven.io API, if it is not seven.io's own (<c>https://gateway.seven.io/api</c>).</summary>
    public static string? SevenUrl => Values.Get("sevenUrl") ?? Environment.GetEnvironmentVariable("SEVEN_URL");

    /// <summary>
    /// The base URL of the PortSIP PBX's REST API, such as <c>https://pbx.example.com:8887/api</c>. Needed by <c>ExclusiveNumber</c>,
    /// together with a token or a username and password.
    /// </summary>
    public static string? PortsipUrl => Values.Get("portsipUrl") ?? Environment.GetEnvironmentVariable("PORTSIP_URL");

    /// <summary>
    /// An access token for the PBX. Leave it out to log in with <c>portsipUsername</c> and <c>portsipPassword</c> instead, which lasts
    /// longer than a token.
    /// </summary>
    public static string? PortsipToken => Values.Get("portsipToken") ?? Environment.GetEnvironmentVariable("PORTSIP_TOKEN");

    /// <summary>The name under which to log in to the PBX.</summary>
    public static string? PortsipUsername => Values.Get("portsipUsername") ?? Environment.GetEnvironmentVariable("PORTSIP_USERNAME");

    /// <summary>The password that goes with <c>portsipUsername</c>.</summary>
    public static string? PortsipPassword => Values.Get("portsipPassword") ?? Environment.GetEnvironmentVariable("PORTSIP_PASSWORD");

    /// <summary>The SIP domain of the tenant whose user logs in. Leave it out for the system administrator.</summary>
    public static string? PortsipDomain => Values.Get("portsipDomain") ?? Environment.GetEnvironmentVariable("PORTSIP_DOMAIN");

    /// <summary>
    /// The certificate authority that signed the PBX's certificate, if it is a private one: PEM text, or the path of a PEM file.
    /// Certificates are always checked.
    /// </summary>
    public static string? PortsipCaCertificate => Values.Get("portsipCaCertificate") ?? Environment.GetEnvironmentVariable("PORTSIP_CA_CERTIFICATE");

    /// <summary>
    /// How often a request that failed in passing (429, 5xx, no answer) is repeated at most. Purchases are never repeated without first
    /// asking whether they went through.
    /// </summary>
    public static int MaxRetries => Values.GetInt32("maxRetries") ?? 4;

    /// <summary>How long one request to a carrier may take, in seconds. One that only reads is given up sooner, after a sixth of it but not before 5 seconds, and repeated.</summary>
    public static double RequestTimeout => Values.GetDouble("requestTimeout") ?? 30;

    /// <summary>
    /// How many requests a second are sent to one carrier account at most. Left out, only the carrier's own limits apply.
    /// </summary>
    public static double? RequestsPerSecond => Values.GetDouble("requestsPerSecond");

    /// <summary>
    /// How long a <c>PoolMembership</c> waits, in seconds, for numbers that Vonage's pool service does not know yet because they were
    /// bought moments ago. 0 does not wait.
    /// </summary>
    public static double SubscriptionWait => Values.GetDouble("subscriptionWait") ?? 60;

    /// <summary>Allows <c>http://</c> URLs that lead to other machines. Credentials then cross the network in the clear.</summary>
    public static bool AllowInsecureHttp => Values.GetBoolean("allowInsecureHttp") ?? false;
}
