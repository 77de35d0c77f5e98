using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PulumiNumbers.Emulator;

namespace PulumiNumbers.Tests.Emulator.Support;

/// <summary>A test with an emulator of its own.</summary>
public abstract class EmulatorTest : IAsyncLifetime
{
    private readonly List<IDisposable> _clients = [];
    private EmulatorServer? _server;

    protected virtual EmulatorOptions Options => new();

    protected virtual EmulatorBehavior Behavior => EmulatorProfile.Compliant;

    internal FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 1, 31, 12, 0, 0, TimeSpan.Zero));

    protected EmulatorServer Server => _server ?? throw new InvalidOperationException("The emulator is not running.");

    internal Carrier Vonage => Keep(new Carrier(Server.Addresses.Vonage)
    {
        Authorization = Carrier.Basic(EmulatorCredentials.VonageApiKey, EmulatorCredentials.VonageApiSecret),
    });

    internal Carrier Seven => Keep(new Carrier(Server.Addresses.Seven) { ApiKey = EmulatorCredentials.SevenApiKey });

    internal Carrier PortSip => Keep(new Carrier(Server.Addresses.PortSip)
    {
        Authorization = Carrier.Bearer(EmulatorCredentials.PortSipToken),
    });

    internal Carrier Control => Anonymous(new Uri(Server.BaseAddress, "_emulator"));

    public async Task InitializeAsync() => _server = await EmulatorServer.StartAsync(Options with { Behavior = Behavior }, Clock);

    public async Task DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Server.DisposeAsync();
    }

    internal Carrier Anonymous(Uri address) => Keep(new Carrier(address));

    internal async Task<Carrier> KpnAsync()
    {
        var token = (string)(await KpnTokenAsync()).Json["access_token"]!;
        return Keep(new Carrier(Server.Addresses.Kpn) { Authorization = Carrier.Bearer(token) });
    }

    internal Task<ReceivedResponse> KpnTokenAsync(string secret = EmulatorCredentials.KpnClientSecret) => Anonymous(Server.Addresses.KpnToken).PostFormAsync(
        "?grant_type=client_credentials", ("client_id", EmulatorCredentials.KpnClientId), ("client_secret", secret));

    internal static string Numbers(params IEnumerable<string> numbers) => JsonSerializer.Serialize(new { numbers });

    internal Carrier Keep(Carrier client)
    {
        lock (_clients)
            _clients.Add(client);
        return client;
    }
}
