namespace Pulumi.Numbers;

/// <summary>The provider type for the numbers package: an explicit configuration for some of a program's resources.</summary>
[NumbersResourceType("pulumi:providers:numbers")]
public partial class Provider : ProviderResource
{
    /// <summary>Declares a provider with a configuration of its own.</summary>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">Its configuration.</param>
    /// <param name="options">How the engine treats it.</param>
    public Provider(string name, ProviderArgs? args = null, CustomResourceOptions? options = null)
        : base("numbers", name, args ?? new ProviderArgs(), Utilities.WithDefaults(
            options,
            id: null,
            "vonageApiSecret",
            "kpnClientSecret",
            "sevenApiKey",
            "portsipToken",
            "portsipPassword"))
    {
    }

    /// <summary>
    /// The API key of the Vonage account (8 lower-case letters and digits). Needed by <c>NumberPool</c>, <c>PoolMembership</c> and by
    /// <c>OwnedNumber</c> with carrier <c>vonage</c>.
    /// </summary>
    [Output("vonageApiKey")]
    public Output<string?> VonageApiKey { get; private set; } = null!;

    /// <summary>The API secret that goes with <c>vonageApiKey</c>.</summary>
    [Output("vonageApiSecret")]
    public Output<string?> VonageApiSecret { get; private set; } = null!;

    /// <summary>
    /// The id of the Vonage account whose number pools are managed, if it is not the one of <c>vonageApiKey</c> itself.
    /// </summary>
    [Output("vonageAccountId")]
    public Output<string?> VonageAccountId { get; private set; } = null!;

    /// <summary>The base URL of the Vonage Number Pools API, if it is not Vonage's own (<c>https://api.nexmo.com</c>).</summary>
    [Output("vonagePoolsUrl")]
    public Output<string?> VonagePoolsUrl { get; private set; } = null!;

    /// <summary>The base URL of the Vonage Numbers API, if it is not Vonage's own (<c>https://rest.nexmo.com</c>).</summary>
    [Output("vonageNumbersUrl")]
    public Output<string?> VonageNumbersUrl { get; private set; } = null!;

    /// <summary>The client id of the application in KPN's API store. Needed by <c>OwnedNumber</c> with carrier <c>kpn</c>.</summary>
    [Output("kpnClientId")]
    public Output<string?> KpnClientId { get; private set; } = null!;

    /// <summary>The client secret that goes with <c>kpnClientId</c>.</summary>
    [Output("kpnClientSecret")]
    public Output<string?> KpnClientSecret { get; private set; } = null!;

    /// <summary>
    /// The URL from which KPN's OAuth tokens are obtained, if it is not KPN's own
    /// (<c>https://api-prd.kpn.com/oauth/client_credential/accesstoken</c>).
    /// </summary>
    [Output("kpnTokenUrl")]
    public Output<string?> KpnTokenUrl { get; private set; } = null!;

    /// <summary>
    /// The base URL of KPN's Phone Numbers API, if it is not KPN's own
    /// (<c>https://api-prd.kpn.com/communication/nexmo/phone-numbers</c>).
    /// </summary>
    [Output("kpnUrl")]
    public Output<string?> KpnUrl { get; private set; } = null!;

    /// <summary>The API key of the seven.io account. Needed by <c>OwnedNumber</c> with carrier <c>seven</c>.</summary>
    [Output("sevenApiKey")]
    public Output<string?> SevenApiKey { get; private set; } = null!;

    /// <summary>The base URL of the seven.io API, if it is not seven.io's own (<c>https://gateway.seven.io/api</c>).</summary>
    [Output("sevenUrl")]
    public Output<string?> SevenUrl { get; private set; } = null!;

    /// <summary>
    /// The base URL of the PortSIP PBX's REST API, such as <c>https://pbx.example.com:8887/api</c>. Needed by <c>ExclusiveNumber</c>,
    /// together with a token or a username and password.
    /// </summary>
    [Output("portsipUrl")]
    public Output<string?> PortsipUrl { get; private set; } = null!;

    /// <summary>
    /// An access token for the PBX. Leave it out to log in with <c>portsipUsername</c> and <c>portsipPassword</c> instead, which lasts
    /// longer than a token.
    /// </summary>
    [Output("portsipToken")]
    public Output<string?> PortsipToken { get; private set; } = null!;

    /// <summary>The name under which to log in to the PBX.</summary>
    [Output("portsipUsername")]
    public Output<string?> PortsipUsername { get; private set; } = null!;

    /// <summary>The password that goes with <c>portsipUsername</c>.</summary>
    [Output("portsipPassword")]
    public Output<string?> PortsipPassword { get; private set; } = null!;

    /// <summary>The SIP domain of the tenant whose user logs in. Leave it out for the system administrator.</summary>
    [Output("portsipDomain")]
    public Output<string?> PortsipDomain { get; private set; } = null!;

    /// <summary>
    /// The certificate authority that signed the PBX's certificate, if it is a private one: PEM text, or the path of a PEM file.
    /// Certificates are always checked.
    /// </summary>
    [Output("portsipCaCertificate")]
    public Output<string?> PortsipCaCertificate { get; private set; } = null!;
}
