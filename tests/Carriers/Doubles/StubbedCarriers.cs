using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Kpn;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Seven;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Carriers.Vonage;
using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>Every client before a scripted carrier, on a clock that waits for nobody.</summary>
internal sealed class StubbedCarriers
{
    public const string Secret = "canary-secret-value";

    public static readonly PoolAddress Vip = new("a1b2c3d4", "vip");

    public static readonly Msisdn Number = Msisdn.Parse("447700900123");

    public ResilienceOptions Resilience { get; init; } = new();

    public StubCarrier Carrier { get; } = new();

    public EventLog Events { get; } = new();

    public FakeTime Time => field ??= new(Resilience.Timeout.Read, Resilience.Timeout.Attempt, Resilience.TotalTimeout);

    public INumberPoolsClient Pools(CarrierClients? clients = null) => (clients ?? Clients()).NumberPools(Vonage());

    public INumberCarrier VonageNumbers(CarrierClients? clients = null) => (clients ?? Clients()).VonageNumbers(Vonage());

    public INumberCarrier Kpn() => Clients().KpnNumbers(new KpnOptions
    {
        Credentials = new KpnCredentials("client", new Secret(Secret)),
        Numbers = CarrierEndpoint.Parse("https://kpn.example.com/numbers"),
        Token = CarrierEndpoint.Parse("https://kpn.example.com/token"),
        Resilience = Resilience,
    });

    public INumberCarrier Seven() => Clients().SevenNumbers(new SevenOptions
    {
        ApiKey = new Secret(Secret),
        Api = CarrierEndpoint.Parse("https://seven.example.com/api"),
        Resilience = Resilience,
    });

    public IExclusiveNumbersClient PortSip(string? token = Secret) => Clients().ExclusiveNumbers(new PortSipOptions
    {
        Api = CarrierEndpoint.Parse("https://pbx.example.com:8887/api"),
        Token = token is null ? null : new Secret(token),
        Login = token is null ? new PortSipLogin("operator", new Secret(Secret), "pbx.example.com") : null,
        Resilience = Resilience,
    });

    private VonageOptions Vonage() => new()
    {
        Credentials = new VonageCredentials("a1b2c3d4", new Secret(Secret)),
        Pools = CarrierEndpoint.Parse("https://pools.example.com"),
        Numbers = CarrierEndpoint.Parse("https://numbers.example.com"),
        Resilience = Resilience,
    };

    public CarrierClients Clients() => new(Time, Events, Carrier);
}
