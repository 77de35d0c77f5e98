using Polly;
using PulumiNumbers.Carriers.Kpn;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Seven;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Carriers.Vonage;
using PulumiNumbers.Carriers.Vonage.Numbers;
using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Carriers;

/// <summary>
/// Makes the clients of carrier accounts, one for each API. A client has a pipeline of its own (limits, retries, circuit breaker,
/// token) and lives as long as the process, so it is made once and shared by all callers of the account. The pace of an account is one for all its
/// clients.
/// </summary>
/// <param name="timeProvider">The clock.</param>
/// <param name="events">Receives retries, waits and warnings.</param>
/// <param name="handler">Sends the requests in place of the network, for tests; null for the network.</param>
/// <param name="pacer">Spaces the requests of an account; null for this process alone.</param>
public sealed class CarrierClients(TimeProvider timeProvider, ICarrierEvents events, HttpMessageHandler? handler = null, IAccountPacer? pacer = null)
{
    private readonly IAccountPacer _pacer = pacer ?? new AccountPacer(timeProvider);

    /// <summary>Number pools of a Vonage account.</summary>
    public INumberPoolsClient NumberPools(VonageOptions options)
    {
        var settings = Settings("vonage", options.Credentials.ApiKey, options.Pools, options.Resilience);
        return new NumberPoolsClient(Open(settings, Basic(options, settings), new ProblemErrorReader()), settings.Redactor, settings.AccountId);
    }

    /// <summary>Numbers of a Vonage account.</summary>
    public INumberCarrier VonageNumbers(VonageOptions options)
    {
        var settings = Settings("vonage", options.Credentials.ApiKey, options.Numbers, options.Resilience);
        return new NumbersApiClient(
            Open(settings, Basic(options, settings), new NumbersApiErrorReader()), settings.Redactor, NumberCarrierCapabilities.Vonage);
    }

    /// <summary>Numbers of a KPN API store project.</summary>
    public INumberCarrier KpnNumbers(KpnOptions options)
    {
        var settings = Settings("kpn", options.Credentials.ClientId, options.Numbers, options.Resilience);
        settings.Redactor.AddSecret(options.Credentials.ClientSecret.Value);

        var login = Open(settings with { Endpoint = options.Token }, new NoAuthentication(), new LoginErrorReader(new NumbersApiErrorReader()));
        var authentication = new TokenAuthentication(new KpnTokenIssuer(login, settings.Redactor, options.Credentials), timeProvider);
        return new NumbersApiClient(
            Open(settings, authentication, new NumbersApiErrorReader(), own: new KpnQuotaStrategy(settings)), settings.Redactor, NumberCarrierCapabilities.Kpn);
    }

    /// <summary>Numbers of a seven.io account.</summary>
    public INumberCarrier SevenNumbers(SevenOptions options)
    {
        var settings = Settings("seven", options.ApiKey.Fingerprint, options.Api, options.Resilience);
        return new SevenNumbersClient(Open(settings, StaticCredential.Key("X-Api-Key", options.ApiKey, settings.Redactor), new SevenErrorReader()));
    }

    /// <summary>Exclusive numbers of a PortSIP PBX.</summary>
    /// <exception cref="ArgumentException">There is neither a token nor a login.</exception>
    /// <exception cref="FormatException">The private authority's certificate cannot be read.</exception>
    public IExclusiveNumbersClient ExclusiveNumbers(PortSipOptions options)
    {
        var settings = Settings("portsip", options.AccountId, options.Api, options.Resilience);
        return new ExclusiveNumbersClient(
            Open(settings, Authentication(options, settings), new PortSipErrorReader(), options.CaCertificate), settings.AccountId);
    }

    private static StaticCredential Basic(VonageOptions options, CarrierSettings settings)
        => StaticCredential.Basic(options.Credentials.ApiKey, options.Credentials.ApiSecret, settings.Redactor);

    private ICarrierAuthentication Authentication(PortSipOptions options, CarrierSettings settings)
    {
        if (options.Token is { } token)
            return StaticCredential.Bearer(token, settings.Redactor);
        if (options.Login is not { } login)
            throw new ArgumentException("a PortSIP PBX needs a token or a login", nameof(options));

        settings.Redactor.AddSecret(login.Password.Value);
        var http = Open(settings, new NoAuthentication(), new LoginErrorReader(new PortSipErrorReader()), options.CaCertificate);
        return new TokenAuthentication(new PortSipTokenIssuer(http, settings.Redactor, login), timeProvider);
    }

    private CarrierSettings Settings(string carrier, string accountId, CarrierEndpoint endpoint, ResilienceOptions resilience)
        => new(carrier, accountId, endpoint, resilience, _pacer, timeProvider, events, new Redactor());

    private CarrierHttp Open(
        CarrierSettings settings, ICarrierAuthentication authentication, IErrorReader errors, string? authority = null,
        ResilienceStrategy<CarrierResponse>? own = null)
    {
        var connection = handler is null ? CarrierConnection.Open(authority) : new HttpMessageInvoker(handler, disposeHandler: false);
        return new CarrierHttp(settings, connection, new CarrierPipeline(settings, authentication, own is null ? [] : [own]), errors);
    }
}
