using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

public sealed class FreshNumbersTests : MembershipTest
{
    protected override BenchOptions BenchOptions => new()
    {
        Carriers = new EmulatorOptions { Behavior = EmulatorProfile.Default with { PoolAdmissionRefusals = 2 } },
        PluginClock = new HurriedClock(20),
        Configuration = new Dictionary<string, string>(StringComparer.Ordinal) { ["requestTimeout"] = "600" },
    };

    [Fact]
    public async Task A_number_bought_in_the_same_run_is_waited_for_and_a_status_line_says_so()
    {
        var program = StackBench.Program(async context =>
        {
            var bought = await context.RegisterAsync(Tokens.OwnedNumber, "bought", new() { ["carrier"] = "vonage", ["country"] = "GB" });
            await context.RegisterAsync(
                Tokens.PoolMembership, "one",
                new() { ["poolId"] = Membership.Pool, ["numbers"] = new Engine.Properties.PropertyValue[] { bought["number"] } },
                new() { DependsOn = [bought] });
        });

        var up = await Bench.UpAsync(program);

        Assert.Equal(3, Bench.Carriers.Requests.Count(CarrierNames.Vonage, Operations.AddPoolNumbers));
        Assert.Equal(Bench.State.Find("bought")!.Outputs["number"].AsString, Assert.Single(Held));
        Assert.Contains(up.Diagnostics, line => line.IsStatus && line.Message.Contains("for the pool service to accept 1 new number", StringComparison.Ordinal));
    }
}
