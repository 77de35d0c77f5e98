using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Kpn;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Seven;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Carriers.Vonage;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Emulator;

namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>Every client before the emulator, over real HTTP.</summary>
public abstract class EmulatedCarriers : IAsyncLifetime
{
    protected static readonly PoolAddress Customers = new(EmulatorCredentials.VonageApiKey, "customers");

    private EmulatorServer? _server;

    protected EmulatorServer Server => _server ?? throw new InvalidOperationException("The emulator has not been started.");

    protected virtual EmulatorOptions Options { get; } = new();

    protected INumberPoolsClient Pools() => Clients().NumberPools(Vonage());

    protected INumberCarrier VonageNumbers() => Clients().VonageNumbers(Vonage());

    protected INumberCarrier Kpn() => Clients().KpnNumbers(new KpnOptions
    {
        Credentials = new KpnCredentials(EmulatorCredentials.KpnClientId, new Secret(EmulatorCredentials.KpnClientSecret)),
        Numbers = Endpoint(Server.Addresses.Kpn),
        Token = Endpoint(Server.Addresses.KpnToken),
    });

    protected INumberCarrier Seven() => Clients().SevenNumbers(new SevenOptions
    {
        ApiKey = new Secret(EmulatorCredentials.SevenApiKey),
        Api = Endpoint(Server.Addresses.Seven),
    });

    protected IExclusiveNumbersClient PortSip() => Clients().ExclusiveNumbers(new PortSipOptions
    {
        Api = Endpoint(Server.Addresses.PortSip),
        Login = new PortSipLogin(
            EmulatorCredentials.PortSipUsername, new Secret(EmulatorCredentials.PortSipPassword), EmulatorCredentials.PortSipDomain),
    });

    protected int Count(string operation) => Server.Requests.All.Count(request => request.Operation == operation);

    public async Task InitializeAsync() => _server = await EmulatorServer.StartAsync(Options);

    public async Task DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }

    private static CarrierClients Clients() => new(TimeProvider.System, NoCarrierEvents.Instance);

    private static CarrierEndpoint Endpoint(Uri address) => CarrierEndpoint.Parse(address.AbsoluteUri);

    private VonageOptions Vonage() => new()
    {
        Credentials = new VonageCredentials(EmulatorCredentials.VonageApiKey, new Secret(EmulatorCredentials.VonageApiSecret)),
        Pools = Endpoint(Server.Addresses.Vonage),
        Numbers = Endpoint(Server.Addresses.Vonage),
    };
}
