namespace Pulumi.Numbers;

/// <summary>The configuration of a provider; what is left out is taken from the environment.</summary>
public sealed class ProviderArgs : ResourceArgs
{
    /// <summary>No inputs but the defaults.</summary>
    public static new ProviderArgs Empty => new();

    /// <summary>
    /// The API key of the Vonage account (8 lower-case letters and digits). Needed by <c>NumberPool</c>, <c>PoolMembership</c> and by
    /// <c>OwnedNumber</c> with carrier <c>vonage</c>.
    /// </summary>
    [Input("vonageApiKey")]
    public Input<string>? VonageApiKey { get; set; } = Utilities.GetEnv("VONAGE_API_KEY");

    [Input("vonageApiSecret")]
    private Input<string>? _vonageApiSecret = Utilities.AsSecret(Utilities.GetEnv("VONAGE_API_SECRET"));

    /// <summary>The API secret that goes with <c>vonageApiKey</c>.</summary>
    public Input<string>? VonageApiSecret
    {
        get => _vonageApiSecret;
        set => _vonageApiSecret = Utilities.AsSecret(value);
    }

    /// <summary>
    /// The id of the Vonage account whose number pools are managed, if it is not the one of <c>vonageApiKey</c> itself.
    /// </summary>
    [Input("vonageAccountId")]
    public Input<string>? VonageAccountId { get; set; } = Utilities.GetEnv("VONAGE_ACCOUNT_ID");

    /// <summary>The base URL of the Vonage Number Pools API, if it is not Vonage's own (<c>https://api.nexmo.com</c>).</summary>
    [Input("vonagePoolsUrl")]
    public Input<string>? VonagePoolsUrl { get; set; } = Utilities.GetEnv("VONAGE_POOLS_URL");

    /// <summary>The base URL of the Vonage Numbers API, if it is not Vonage's own (<c>https://rest.nexmo.com</c>).</summary>
    [Input("vonageNumbersUrl")]
    public Input<string>? VonageNumbersUrl { get; set; } = Utilities.GetEnv("VONAGE_NUMBERS_URL");

    /// <summary>The client id of the application in KPN's API store. Needed by <c>OwnedNumber</c> with carrier <c>kpn</c>.</summary>
    [Input("kpnClientId")]
    public Input<string>? KpnClientId { get; set; } = Utilities.GetEnv("KPN_CLIENT_ID");

    [Input("kpnClientSecret")]
    private Input<string>? _kpnClientSecret = Utilities.AsSecret(Utilities.GetEnv("KPN_CLIENT_SECRET"));

    /// <summary>The client secret that goes with <c>kpnClientId</c>.</summary>
    public Input<string>? KpnClientSecret
    {
        get => _kpnClientSecret;
        set => _kpnClientSecret = Utilities.AsSecret(value);
    }

    /// <summary>
    /// The URL from which KPN's OAuth tokens are obtained, if it is not KPN's own
    /// (<c>https://api-prd.kpn.com/oauth/client_credential/accesstoken</c>).
    /// </summary>
    [Input("kpnTokenUrl")]
    public Input<string>? KpnTokenUrl { get; set; } = Utilities.GetEnv("KPN_TOKEN_URL");

    /// <summary>
    /// The base URL of KPN's Phone Numbers API, if it is not KPN's own
    /// (<c>https://api-prd.kpn.com/communication/nexmo/phone-numbers</c>).
    /// </summary>
    [Input("kpnUrl")]
    public Input<string>? KpnUrl { get; set; } = Utilities.GetEnv("KPN_URL");

    [Input("sevenApiKey")]
    private Input<string>? _sevenApiKey = Utilities.AsSecret(Utilities.GetEnv("SEVEN_API_KEY"));

    /// <summary>The API key of the seven.io account. Needed by <c>OwnedNumber</c> with carrier <c>seven</c>.</summary>
    public Input<string>? SevenApiKey
    {
        get => _sevenApiKey;
        set => _sevenApiKey = Utilities.AsSecret(value);
    }

    /// <summary>The base URL of the seven.io API, if it is not seven.io's own (<c>https://gateway.seven.io/api</c>).</summary>
    [Input("sevenUrl")]
    public Input<string>? SevenUrl { get; set; } = Utilities.GetEnv("SEVEN_URL");

    /// <summary>
    /// The base URL of the PortSIP PBX's REST API, such as <c>https://pbx.example.com:8887/api</c>. Needed by <c>ExclusiveNumber</c>,
    /// together with a token or a username and password.
    /// </summary>
    [Input("portsipUrl")]
    public Input<string>? PortsipUrl { get; set; } = Utilities.GetEnv("PORTSIP_URL");

    [Input("portsipToken")]
    private Input<string>? _portsipToken = Utilities.AsSecret(Utilities.GetEnv("PORTSIP_TOKEN"));

    /// <summary>
    /// An access token for the PBX. Leave it out to log in with <c>portsipUsername</c> and <c>portsipPassword</c> instead, which lasts
    /// longer than a token.
    /// </summary>
    public Input<string>? PortsipToken
    {
        get => _portsipToken;
        set => _portsipToken = Utilities.AsSecret(value);
    }

    /// <summary>The name under which to log in to the PBX.</summary>
    [Input("portsipUsername")]
    public Input<string>? PortsipUsername { get; set; } = Utilities.GetEnv("PORTSIP_USERNAME");

    [Input("portsipPassword")]
    private Input<string>? _portsipPassword = Utilities.AsSecret(Utilities.GetEnv("PORTSIP_PASSWORD"));

    /// <summary>The password that goes with <c>portsipUsername</c>.</summary>
    public Input<string>? PortsipPassword
    {
        get => _portsipPassword;
        set => _portsipPassword = Utilities.AsSecret(value);
    }

    /// <summary>The SIP domain of the tenant whose user logs in. Leave it out for the system administrator.</summary>
    [Input("portsipDomain")]
    public Input<string>? PortsipDomain { get; set; } = Utilities.GetEnv("PORTSIP_DOMAIN");

    /// <summary>
    /// The certificate authority that signed the PBX's certificate, if it is a private one: PEM text, or the path of a PEM file.
    /// Certificates are always checked.
    /// </summary>
    [Input("portsipCaCertificate")]
    public Input<string>? PortsipCaCertificate { get; set; } = Utilities.GetEnv("PORTSIP_CA_CERTIFICATE");

    /// <summary>
    /// How often a request that failed in passing (429, 5xx, no answer) is repeated at most. Purchases are never repeated without first
    /// asking whether they went through.
    /// </summary>
    [Input("maxRetries", json: true)]
    public Input<int>? MaxRetries { get; set; } = 4;

    /// <summary>How long one request to a carrier may take, in seconds. One that only reads is given up sooner, after a sixth of it but not before 5 seconds, and repeated.</summary>
    [Input("requestTimeout", json: true)]
    public Input<double>? RequestTimeout { get; set; } = 30;

    /// <summary>
    /// How many requests a second are sent to one carrier account at most. Left out, only the carrier's own limits apply.
    /// </summary>
    [Input("requestsPerSecond", json: true)]
    public Input<double>? RequestsPerSecond { get; set; }

    /// <summary>
    /// How long a <c>PoolMembership</c> waits, in seconds, for numbers that Vonage's pool service does not know yet because they were
    /// bought moments ago. 0 does not wait.
    /// </summary>
    [Input("subscriptionWait", json: true)]
    public Input<double>? SubscriptionWait { get; set; } = 60;

    /// <summary>Allows <c>http://</c> URLs that lead to other machines. Credentials then cross the network in the clear.</summary>
    [Input("allowInsecureHttp", json: true)]
    public Input<bool>? AllowInsecureHttp { get; set; } = false;
}
