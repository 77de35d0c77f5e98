using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PulumiNumbers.Emulator;

namespace PulumiNumbers.Tests.Emulator.Program;

public sealed class TlsTests
{
    [Fact]
    public async Task With_a_certificate_the_carriers_speak_https()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=pbx.example.com", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await using var server = await EmulatorServer.StartAsync(new EmulatorOptions { Certificate = certificate });
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(certificate);
        using var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } };
        using var client = new HttpClient(handler);

        Assert.Equal("https", server.BaseAddress.Scheme);
        Assert.Equal("300", await client.GetStringAsync(new Uri(server.Addresses.Seven.AbsoluteUri + "/numbers/active")));
    }
}
