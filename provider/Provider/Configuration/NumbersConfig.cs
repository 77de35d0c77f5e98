using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Configuration;

/// <summary>The provider's configuration: <c>pulumi config set numbers:KEY</c>, or the arguments of an explicit provider.</summary>
/// <remarks>No key is required here: a carrier's credentials are asked for when the first resource of that carrier needs them.</remarks>
public sealed record NumbersConfig
{
    /// <summary>How often a request is repeated when nothing else is configured.</summary>
    public const int DefaultMaxRetries = 4;

    /// <summary>How long one request may take when nothing else is configured, in seconds.</summary>
    public const double DefaultRequestTimeout = 30;

    /// <summary>How long a pool membership waits for freshly bought numbers when nothing else is configured, in seconds.</summary>
    public const double DefaultSubscriptionWait = 60;

    /// <summary>Vonage's API key.</summary>
    [Property("The API key of the Vonage account (8 lower-case letters and digits). Needed by `NumberPool`, `PoolMembership` and by `OwnedNumber` with carrier `vonage`.")]
    [Environment("VONAGE_API_KEY")]
    public string? VonageApiKey { get; init; }

    /// <summary>Vonage's API secret.</summary>
    [Property("The API secret that goes with `vonageApiKey`.", Secret = true)]
    [Environment("VONAGE_API_SECRET")]
    public string? VonageApiSecret { get; init; }

    /// <summary>The Vonage account that owns the pools.</summary>
    [Property("The id of the Vonage account whose number pools are managed, if it is not the one of `vonageApiKey` itself.")]
    [Environment("VONAGE_ACCOUNT_ID")]
    [RegularExpression(InputForm.AccountId, ErrorMessage = InputForm.AccountIdRule)]
    public string? VonageAccountId { get; init; }

    /// <summary>Where the Number Pools API is.</summary>
    [Property("The base URL of the Vonage Number Pools API, if it is not Vonage's own (`https://api.nexmo.com`).")]
    [Environment("VONAGE_POOLS_URL")]
    public string? VonagePoolsUrl { get; init; }

    /// <summary>Where the Numbers API is.</summary>
    [Property("The base URL of the Vonage Numbers API, if it is not Vonage's own (`https://rest.nexmo.com`).")]
    [Environment("VONAGE_NUMBERS_URL")]
    public string? VonageNumbersUrl { get; init; }

    /// <summary>KPN's client id.</summary>
    [Property("The client id of the application in KPN's API store. Needed by `OwnedNumber` with carrier `kpn`.")]
    [Environment("KPN_CLIENT_ID")]
    public string? KpnClientId { get; init; }

    /// <summary>KPN's client secret.</summary>
    [Property("The client secret that goes with `kpnClientId`.", Secret = true)]
    [Environment("KPN_CLIENT_SECRET")]
    public string? KpnClientSecret { get; init; }

    /// <summary>Where KPN issues tokens.</summary>
    [Property("The URL from which KPN's OAuth tokens are obtained, if it is not KPN's own (`https://api-prd.kpn.com/oauth/client_credential/accesstoken`).")]
    [Environment("KPN_TOKEN_URL")]
    public string? KpnTokenUrl { get; init; }

    /// <summary>Where KPN's Phone Numbers API is.</summary>
    [Property("The base URL of KPN's Phone Numbers API, if it is not KPN's own (`https://api-prd.kpn.com/communication/nexmo/phone-numbers`).")]
    [Environment("KPN_URL")]
    public string? KpnUrl { get; init; }

    /// <summary>seven.io's API key.</summary>
    [Property("The API key of the seven.io account. Needed by `OwnedNumber` with carrier `seven`.", Secret = true)]
    [Environment("SEVEN_API_KEY")]
    public string? SevenApiKey { get; init; }

    /// <summary>Where seven.io's API is.</summary>
    [Property("The base URL of the seven.io API, if it is not seven.io's own (`https://gateway.seven.io/api`).")]
    [Environment("SEVEN_URL")]
    public string? SevenUrl { get; init; }

    /// <summary>Where the PBX is.</summary>
    [Property("The base URL of the PortSIP PBX's REST API, such as `https://pbx.example.com:8887/api`. Needed by `ExclusiveNumber`, together with a token or a username and password.")]
    [Environment("PORTSIP_URL")]
    public string? PortsipUrl { get; init; }

    /// <summary>A token for the PBX.</summary>
    [Property("An access token for the PBX. Leave it out to log in with `portsipUsername` and `portsipPassword` instead, which lasts longer than a token.", Secret = true)]
    [Environment("PORTSIP_TOKEN")]
    public string? PortsipToken { get; init; }

    /// <summary>Who logs in to the PBX.</summary>
    [Property("The name under which to log in to the PBX.")]
    [Environment("PORTSIP_USERNAME")]
    public string? PortsipUsername { get; init; }

    /// <summary>The password for the PBX.</summary>
    [Property("The password that goes with `portsipUsername`.", Secret = true)]
    [Environment("PORTSIP_PASSWORD")]
    public string? PortsipPassword { get; init; }

    /// <summary>The tenant on the PBX.</summary>
    [Property("The SIP domain of the tenant whose user logs in. Leave it out for the system administrator.")]
    [Environment("PORTSIP_DOMAIN")]
    public string? PortsipDomain { get; init; }

    /// <summary>Whom to trust for the PBX.</summary>
    [Property("The certificate authority that signed the PBX's certificate, if it is a private one: PEM text, or the path of a PEM file. Certificates are always checked.")]
    [Environment("PORTSIP_CA_CERTIFICATE")]
    public string? PortsipCaCertificate { get; init; }

    /// <summary>How often a request is repeated.</summary>
    [Property("How often a request that failed in passing (429, 5xx, no answer) is repeated at most. Purchases are never repeated without first asking whether they went through.")]
    [DefaultValue(DefaultMaxRetries)]
    [Range(0, 20)]
    public int? MaxRetries { get; init; }

    /// <summary>How long one request may take, in seconds.</summary>
    [Property("How long one request to a carrier may take, in seconds. One that only reads is given up sooner, after a sixth of it but not before 5 seconds, and repeated.")]
    [DefaultValue(DefaultRequestTimeout)]
    [Range(0.1, 600)]
    public double? RequestTimeout { get; init; }

    /// <summary>How many requests a second a carrier account gets.</summary>
    [Property("How many requests a second are sent to one carrier account at most. Left out, only the carrier's own limits apply.")]
    [Range(0.01, 1000)]
    public double? RequestsPerSecond { get; init; }

    /// <summary>How long a pool membership waits for freshly bought numbers, in seconds.</summary>
    [Property("How long a `PoolMembership` waits, in seconds, for numbers that Vonage's pool service does not know yet because they were bought moments ago. 0 does not wait.")]
    [DefaultValue(DefaultSubscriptionWait)]
    [Range(0, 3600)]
    public double? SubscriptionWait { get; init; }

    /// <summary>Whether resources are protected against deletion where they do not say otherwise.</summary>
    [Property("Refuses to delete or replace numbers and pools that do not set their own `releaseProtection` to `false`.")]
    public bool? ReleaseProtection { get; init; }

    /// <summary>Whether unencrypted connections to other machines are allowed.</summary>
    [Property("Allows `http://` URLs that lead to other machines. Credentials then cross the network in the clear.")]
    [DefaultValue(false)]
    public bool? AllowInsecureHttp { get; init; }
}
