using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class CertificateTests : IDisposable
{
    private const string Body = """{"id": "1", "number": "447700900123"}""";

    private readonly TestAuthority _authority = new();

    public void Dispose() => _authority.Dispose();

    [Fact]
    public async Task A_certificate_of_the_configured_authority_is_trusted()
    {
        await using var carrier = new TlsCarrier(_authority.Issue("127.0.0.1"), Body);

        var number = await Client(carrier, _authority.Pem).GetAsync("1", default);

        Assert.Equal("447700900123", number!.Number);
    }

    [Fact]
    public async Task Several_authorities_can_be_configured()
    {
        using var other = new TestAuthority();
        await using var carrier = new TlsCarrier(_authority.Issue("127.0.0.1"), Body);

        Assert.NotNull(await Client(carrier, other.Pem + "\n" + _authority.Pem).GetAsync("1", default));
    }

    [Fact]
    public async Task A_certificate_of_an_unknown_authority_is_refused_and_the_way_out_named()
    {
        await using var carrier = new TlsCarrier(_authority.Issue("127.0.0.1"), Body);

        var failure = await AssertRefusedAsync(carrier, authority: null);

        Assert.Contains("configure that authority's certificate", failure.Advice, StringComparison.Ordinal);
        Assert.Equal(CarrierErrorKind.Unavailable, failure.Kind);
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_refused()
    {
        using var other = new TestAuthority();
        await using var carrier = new TlsCarrier(_authority.Issue("127.0.0.1"), Body);

        await AssertRefusedAsync(carrier, other.Pem);
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_refused_whoever_signed_it()
    {
        await using var carrier = new TlsCarrier(_authority.Issue("pbx.example.com"), Body);

        await AssertRefusedAsync(carrier, _authority.Pem);
    }

    [Fact]
    public async Task A_certificate_that_has_expired_is_refused_whoever_signed_it()
    {
        await using var carrier = new TlsCarrier(_authority.Issue("127.0.0.1", daysValid: 0), Body);

        await AssertRefusedAsync(carrier, _authority.Pem);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not a certificate")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    public void What_is_no_certificate_is_refused_at_once(string pem)
        => Assert.Throws<FormatException>(() => Client("https://pbx.example.com", pem));

    private static async Task<CarrierException> AssertRefusedAsync(TlsCarrier carrier, string? authority)
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(() => Client(carrier, authority).GetAsync("1", default));

        Assert.Contains("no secure connection", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, carrier.Requests);
        return failure;
    }

    private static IExclusiveNumbersClient Client(TlsCarrier carrier, string? authority) => Client(carrier.Address, authority);

    private static IExclusiveNumbersClient Client(string address, string? authority)
        => new CarrierClients(TimeProvider.System, NoCarrierEvents.Instance).ExclusiveNumbers(new PortSipOptions
        {
            Api = CarrierEndpoint.Parse(address),
            Token = new Secret("canary-token"),
            CaCertificate = authority,
            Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 0 } },
        });
}
