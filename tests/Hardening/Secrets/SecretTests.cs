using System.Text;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Hardening.Soak;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Hardening.Secrets;

/// <summary>
/// Every credential and every secret input is a canary; the plugin runs as a process under the engine, the carriers do what they can to give
/// them away, and then all that anybody could see is searched.
/// </summary>
public sealed class SecretTests
{
    [Theory]
    [InlineData("good", true)]
    [InlineData("refusals", true)]
    [InlineData("refusals under 200", false)]
    [InlineData("failures", false)]
    [InlineData("pages", false)]
    [InlineData("every kind", false)]
    public async Task No_canary_is_seen_outside_secret_values(string weather, bool asProcess)
    {
        var ear = new Eavesdropper();
        var clock = new HurriedClock(pace: 20);
        await using var bench = await StackBench.StartAsync(new BenchOptions
        {
            AsProcess = asProcess,
            Carriers = new EmulatorOptions { DelayClock = asProcess ? TimeProvider.System : clock },
            PluginClock = clock,
            Listener = ear,
            Configuration = new Dictionary<string, string>(StringComparer.Ordinal) { ["maxRetries"] = "1", ["subscriptionWait"] = "1" },
        });
        foreach (var rule in Weather(weather))
            bench.Carriers.Faults.Add(rule);

        var states = await LiveAsync(bench, ear);
        bench.Carriers.Faults.Clear();
        ear.Read(await bench.DestroyAsync());

        Assert.Equal(asProcess, !ear.CommandLines.IsEmpty);
        Assert.Empty(Found("message", ear.Messages));
        Assert.Empty(Found("property", ear.Shown));
        Assert.Empty(Found("state", states));
        Assert.Empty(Found("command line", ear.CommandLines));
        Assert.Empty(Found("address", bench.Carriers.Requests.All.Select(request => request.Path + request.Query)));
        Assert.True(weather is "good" or "every kind" || ear.Messages.Any(message => message.Contains("[secret]", StringComparison.Ordinal)));
    }

    /// <summary>Good weather; every kind of fault; and carriers that repeat in their errors all that they were ever told.</summary>
    private static IEnumerable<FaultRule> Weather(string name) => name switch
    {
        "good" => [],
        "refusals" => Echoes(400, echo => $$"""{"type": "https://example.com/#validation", "title": "{{echo}}", "detail": "{{echo}}", "error-code": "420", "error-code-label": "{{echo}}"}"""),
        "refusals under 200" => Echoes(200, echo => $$"""{"error-code": "420", "error-code-label": "{{echo}}", "success": false, "error": "{{echo}}"}"""),
        "failures" => Echoes(500, echo => $$"""{"errors": [{"code": "{{echo}}", "message": "{{echo}}", "detail": "{{echo}}"}]}"""),
        "pages" => Echoes(502, echo => $"<html><body>{echo}</body></html>"),
        _ => Misbehaviour.Rules().Select((rule, index) => rule with { Skip = index / 2, Times = 3 }),
    };

    private static IEnumerable<FaultRule> Echoes(int status, Func<string, string> body) =>
        ((string[])[CarrierNames.Kpn, CarrierNames.Seven, CarrierNames.PortSip, CarrierNames.Vonage]).Select(carrier => new FaultRule
        {
            Kind = FaultKind.Status,
            Carrier = carrier,
            Status = status,
            Body = body(Canaries.EchoOf(carrier)),
            Skip = 2,
        });

    /// <summary>A resource's whole life, or as much of it as the weather allows.</summary>
    /// <returns>What was saved on the way.</returns>
    private static async Task<List<string>> LiveAsync(StackBench bench, Eavesdropper ear)
    {
        List<string> states = [];
        ear.Read(await bench.Engine.PreviewAsync(Declaring(change: "first")));
        foreach (var change in (string[])["first", "second"])
        {
            ear.Read(await bench.Engine.UpAsync(Declaring(change), new DeploymentOptions { ContinueOnError = true }));
            states.AddRange(Directory.EnumerateFiles(bench.Options.StateFolder, "*", SearchOption.AllDirectories).Select(path => File.ReadAllText(path, Encoding.UTF8)));
        }

        ear.Read(await bench.Engine.PreviewAsync(Declaring(change: "third"), new DeploymentOptions { Refresh = true }));
        ear.Read(await bench.Engine.RefreshAsync());
        return states;
    }

    private static StackProgram Declaring(string change) => StackBench.Program(async program =>
    {
        var callback = PropertyValue.Secret($"{Canaries.Callback}&change={change}");
        var registrations = new[]
        {
            program.RegisterAsync(Tokens.OwnedNumber, "kpn", new()
            {
                ["carrier"] = "kpn", ["country"] = "NL", ["number"] = "31600001000", ["moHttpUrl"] = callback, ["voiceStatusCallback"] = PropertyValue.Secret(Canaries.StatusCallback),
            }),
            program.RegisterAsync(Tokens.OwnedNumber, "vonage", new() { ["carrier"] = "vonage", ["country"] = "NL", ["number"] = "31600000000", ["moHttpUrl"] = callback }),
            program.RegisterAsync(Tokens.OwnedNumber, "seven", new()
            {
                ["carrier"] = "seven",
                ["number"] = "4500005000",
                ["deleteImmediately"] = true,
                ["friendlyName"] = PropertyValue.Secret(Canaries.FriendlyName),
                ["smsForward"] = PropertyValue.Of(new[] { change == "first" ? "447700900001" : "447700900002" }),
                ["emailForward"] = PropertyValue.Of([PropertyValue.Secret(Canaries.MailAddress)]),
            }),
            program.RegisterAsync(Tokens.ExclusiveNumber, "vip", new() { ["number"] = "5550000", ["description"] = PropertyValue.Secret(Canaries.Description), ["enabled"] = change == "first" }),
            program.RegisterAsync(Tokens.NumberPool, "pool", new() { ["poolId"] = "senders", ["fallback"] = change == "first" ? "Pool" : "Reject" }),
            program.RegisterAsync(Tokens.PoolMembership, "members", new() { ["poolId"] = "senders", ["numbers"] = PropertyValue.Of(["447700900003", "447700900010"]) }),
        };
        await Task.WhenAll(registrations);
    });

    private static List<string> Found(string where, IEnumerable<string> texts) =>
        [.. texts.SelectMany(text => Canaries.In(text).Select(canary => $"{canary} in {where}: {text[..Math.Min(text.Length, 600)]}")).Take(5)];
}
