using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorRunCommandTests
{
    [Fact]
    public async Task A_command_runs_with_the_carriers_in_its_environment_and_its_exit_code_is_the_programs()
    {
        var (code, output, _) = await RunAsync("run", "--owned", "3", "--", "sh", "-c", "echo $VONAGE_API_KEY $VONAGE_POOLS_URL $1; exit 7", "sh", "--yes");

        Assert.Equal(7, code);
        Assert.Matches("^a1b2c3d4 http://127.0.0.1:[0-9]+/vonage --yes$", output.Trim());
    }

    [Fact]
    public async Task A_command_gets_the_emulator_that_serves_on_the_port_already()
    {
        await using var running = await EmulatorServer.StartAsync();

        var (code, output, _) = await RunAsync("run", "--port", running.BaseAddress.Port.ToString(CultureInfo.InvariantCulture), "--", "sh", "-c", "echo $SEVEN_URL");

        Assert.Equal(0, code);
        Assert.Equal(running.Addresses.Seven.AbsoluteUri, output.Trim());
    }

    [Fact]
    public async Task A_command_that_is_not_there_is_reported()
    {
        var (code, _, errors) = await RunAsync("run", "--", "no-such-command");

        Assert.Equal(127, code);
        Assert.Contains("no-such-command cannot be run", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_it_prints_its_environment_and_serves_until_it_is_ended()
    {
        using var process = Start();
        var exports = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            exports.Add(line);
            if (line.StartsWith("export PORTSIP_DOMAIN=", StringComparison.Ordinal))
                break;
        }

        var seven = exports.Single(line => line.StartsWith("export SEVEN_URL=", StringComparison.Ordinal))["export SEVEN_URL=".Length..];
        using (var client = new HttpClient())
            Assert.Equal("300", await client.GetStringAsync(new Uri(seven + "/numbers/active")));

        using (var end = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await end.WaitForExitAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(EmulatorServer).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}

public sealed class EmulatorStateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emulator").FullName;

    private EmulatorOptions Options => new() { StateFile = Path.Combine(_folder, "deeper", "carriers.json"), VonageOwnedNumbers = 2 };

    [Fact]
    public async Task StateFile_IsComplete_EvenIfTheEmulatorNeverEnded()
    {
        await using var first = await EmulatorServer.StartAsync(Options);
        using var seven = new Carrier(first.Addresses.Seven) { ApiKey = EmulatorCredentials.SevenApiKey };
        using var portsip = new Carrier(first.Addresses.PortSip) { Authorization = Carrier.Bearer(EmulatorCredentials.PortSipToken) };
        first.Vonage.Pools.Create("service", "447700900000");
        first.Vonage.Account.Change("447700900000", number => number with { MoHttpUrl = "https://hooks.example.com/in" });
        first.Kpn.Account.Subscribe("31600001000");
        first.Vonage.Stock.Snatch("447700900300");
        var exclusive = first.PortSip.Create("447700900500");
        first.PortSip.Change(exclusive.Id, number => number with { Agents = number.Agents.SetItem(first.PortSip.Queues[0].Id, ["1001"]) });
        await seven.PostJsonAsync("/numbers/order", """{"number":"4500005000"}""");

        await using var second = await EmulatorServer.StartAsync(Options);

        Assert.Equal(first.Vonage.Account.Numbers, second.Vonage.Account.Numbers);
        Assert.Equal(first.Vonage.Pools.All, second.Vonage.Pools.All);
        Assert.Equal(["447700900000"], second.Vonage.Pools.NumbersOf("service"));
        Assert.Equal(first.Kpn.Account.Numbers, second.Kpn.Account.Numbers);
        Assert.Null(second.Vonage.Stock.Find("447700900300"));
        Assert.Null(second.Seven.Stock.Find("4500005000"));
        Assert.Equal("4500005000", Assert.Single(second.Seven.Numbers).Number);
        Assert.Equal<ImmutableArray<string>>(["1001"], second.PortSip.Find(exclusive.Id)!.Agents[first.PortSip.Queues[0].Id], (left, right) => left.SequenceEqual(right));
        Assert.Equal(first.Billing.Entries, second.Billing.Entries);
        Assert.NotEqual(exclusive.Id, second.PortSip.Create("447700900501").Id);
    }

    [Fact]
    public async Task ParallelChanges_AreSaved_BeforeTheirResponses()
    {
        await using var first = await EmulatorServer.StartAsync(Options);
        using var vonage = new Carrier(first.Addresses.Vonage)
        {
            Authorization = Carrier.Basic(EmulatorCredentials.VonageApiKey, EmulatorCredentials.VonageApiSecret),
        };

        await Task.WhenAll(Enumerable.Range(300, 40).Select(i => vonage.PostFormAsync(
            "/number/buy", ("country", "GB"), ("msisdn", FormattableString.Invariant($"447700900{i}")))));
        await using var second = await EmulatorServer.StartAsync(Options);

        Assert.Equal(42, second.Vonage.Account.Numbers.Count);
        Assert.Equal(40, second.Billing.Purchases().Count);
    }

    [Fact]
    public async Task A_file_that_holds_something_else_is_refused_with_advice()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Options.StateFile!)!);
        await File.WriteAllTextAsync(Options.StateFile!, "not json");

        var refusal = await Assert.ThrowsAsync<InvalidDataException>(() => EmulatorServer.StartAsync(Options));

        Assert.Contains("Delete it to start afresh", refusal.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

public sealed class EmulatorTlsTests
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
