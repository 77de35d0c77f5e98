using System.Globalization;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Hardening.Outage;

/// <summary>A carrier is down while a stack with five hundred resources of it is previewed, with the configuration that users have by default.</summary>
public sealed class OutageTests
{
    private const int Resources = 500;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    public static TheoryData<string, bool> Outages => new()
    {
        { "seven", false },
        { "seven", true },
        { "kpn", false },
        { "kpn", true },
        { "portsip", false },
        { "portsip", true },
    };

    [Theory]
    [MemberData(nameof(Outages))]
    public async Task A_preview_fails_soon_and_the_other_carriers_resources_are_read(string carrier, bool accepts)
    {
        await using var silent = new SilentCarrier();
        await using var bench = await StackBench.StartAsync();
        await bench.UpAsync(StackBench.Program(program => DeclareAsync(program, carrier)));
        Rewrite(bench, KeysOf(carrier), accepts ? silent.Address : SilentCarrier.NobodyAt());

        var preview = await bench.Engine.PreviewAsync(
            StackBench.Program(program => DeclareAsync(program, carrier)), new DeploymentOptions { Refresh = true });

        Assert.InRange(preview.Duration, TimeSpan.Zero, Limit);
        Assert.Equal(Resources, preview.Failed.Count);
        Assert.All(preview.Failed, step => Assert.StartsWith("down", step.Urn.Name, StringComparison.Ordinal));
        Assert.Equal(["up-1", "up-2", "up-3"], preview.Drift.Where(step => step.Op == StepOp.Same).Select(step => step.Urn.Name).Order(StringComparer.Ordinal));
        Assert.Contains(preview.Errors, error => error.Contains(accepts ? "not responding" : "no connection", StringComparison.Ordinal) && error.Contains(carrier, StringComparison.Ordinal));
    }

    /// <summary>
    /// Makes five hundred resources of the one in the state, and moves their carrier: a refresh works with the provider that the state
    /// remembers.
    /// </summary>
    private static void Rewrite(StackBench bench, string[] keys, string address)
    {
        var state = bench.State;
        var one = state.Find("down")!;
        var resources = state.Resources.Select(resource => resource.IsProvider
            ? resource with { Inputs = keys.Aggregate(resource.Inputs, (inputs, key) => inputs.With(key, address)) }
            : resource);
        var copies = Enumerable.Range(1, Resources - 1).Select(index => one with
        {
            Urn = Urn.Parse(string.Create(CultureInfo.InvariantCulture, $"{one.Urn}-{index}")),
        });
        bench.Engine.Save(state with { Resources = [.. resources, .. copies] });
    }

    private static string[] KeysOf(string carrier) => carrier switch
    {
        "kpn" => ["kpnUrl", "kpnTokenUrl"],
        "seven" => ["sevenUrl"],
        _ => ["portsipUrl"],
    };

    private static async Task DeclareAsync(ProgramContext program, string carrier)
    {
        foreach (var name in (string[])["up-1", "up-2", "up-3"])
            await program.RegisterAsync(Tokens.NumberPool, name, []);
        await (carrier == "portsip"
            ? program.RegisterAsync(Tokens.ExclusiveNumber, "down", new() { ["number"] = "447700900123" })
            : program.RegisterAsync(Tokens.OwnedNumber, "down", new() { ["carrier"] = carrier, ["country"] = "NL" }));
    }
}
