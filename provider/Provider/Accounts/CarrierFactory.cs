using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Kpn;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Seven;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Carriers.Vonage;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Provider.Configuration;
using PulumiNumbers.Provider.Resources.OwnedNumbers;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>Connects to carrier accounts by the provider's configuration. The keys that an account needs are known to be there.</summary>
internal sealed class CarrierFactory(NumbersConfig config, CarrierClients clients)
{
    /// <summary>Vonage's Number Pools API.</summary>
    public INumberPoolsClient Pools() => clients.NumberPools(Vonage());

    /// <summary>A carrier from which numbers are rented.</summary>
    public INumberCarrier Numbers(NumberCarrier carrier) => carrier switch
    {
        NumberCarrier.Kpn => clients.KpnNumbers(Kpn()),
        NumberCarrier.Vonage => clients.VonageNumbers(Vonage()),
        NumberCarrier.Seven => clients.SevenNumbers(Seven()),
        _ => throw new ArgumentOutOfRangeException(nameof(carrier)),
    };

    /// <summary>The PortSIP PBX.</summary>
    public IExclusiveNumbersClient Pbx() => clients.ExclusiveNumbers(new PortSipOptions
    {
        Api = Endpoint(config.PortsipUrl!),
        Token = config.PortsipToken is { } token ? new Secret(token) : null,
        Login = config.PortsipToken is null
            ? new PortSipLogin(config.PortsipUsername!, new Secret(config.PortsipPassword!), config.PortsipDomain)
            : null,
        CaCertificate = config.PortsipCaCertificate is { } authority ? CertificateAuthority.Read(authority) : null,
        Resilience = Resilience(),
    });

    private VonageOptions Vonage()
    {
        var options = new VonageOptions
        {
            Credentials = new VonageCredentials(config.VonageApiKey!, new Secret(config.VonageApiSecret!)),
            Resilience = Resilience(),
        };
        return options with
        {
            Pools = config.VonagePoolsUrl is { } pools ? Endpoint(pools) : options.Pools,
            Numbers = config.VonageNumbersUrl is { } numbers ? Endpoint(numbers) : options.Numbers,
        };
    }

    private KpnOptions Kpn()
    {
        var options = new KpnOptions
        {
            Credentials = new KpnCredentials(config.KpnClientId!, new Secret(config.KpnClientSecret!)),
            Resilience = Resilience(),
        };
        return options with
        {
            Numbers = config.KpnUrl is { } numbers ? Endpoint(numbers) : options.Numbers,
            Token = config.KpnTokenUrl is { } token ? Endpoint(token) : options.Token,
        };
    }

    private SevenOptions Seven()
    {
        var options = new SevenOptions { ApiKey = new Secret(config.SevenApiKey!), Resilience = Resilience() };
        return options with { Api = config.SevenUrl is { } api ? Endpoint(api) : options.Api };
    }

    private ResilienceOptions Resilience() => new()
    {
        Retry = new RetryOptions { MaxRetries = config.MaxRetries ?? NumbersConfig.DefaultMaxRetries },
        Timeout = new TimeoutOptions { Attempt = TimeSpan.FromSeconds(config.RequestTimeout ?? NumbersConfig.DefaultRequestTimeout) },
        Rate = new RateOptions { RequestsPerSecond = config.RequestsPerSecond },
    };

    private CarrierEndpoint Endpoint(string url) => CarrierEndpoint.Parse(url, config.AllowInsecureHttp ?? false);
}
