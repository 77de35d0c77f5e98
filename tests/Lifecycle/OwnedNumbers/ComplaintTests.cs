using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.OwnedNumbers;

/// <summary>What users of other providers for telephone numbers complain about, and must never have to here.</summary>
public sealed class ComplaintTests : NumberTest
{
    // Carriers that do not sell again what was given up: then a number that is let go is lost.
    protected override BenchOptions BenchOptions => base.BenchOptions with
    {
        Carriers = new EmulatorOptions { VonageOwnedNumbers = 0, Behavior = EmulatorProfile.Default with { ReleasedNumbers = ReleasedNumbers.Quarantined } },
        Configuration = new Dictionary<string, string>(StringComparer.Ordinal) { ["maxRetries"] = "0", ["subscriptionWait"] = "0" },
    };

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task Twilio_provider_138_a_replaced_number_was_released_and_could_not_be_bought_back(string carrier)
    {
        var market = Market.Of(carrier);
        await Bench.UpAsync(One(market.Named()));

        await Bench.UpAsync(One(market.Named()), new() { Replaces = ["**one"], Refresh = true });
        await Bench.UpAsync(One(market.Named(), new() { DeleteBeforeReplace = true }), new() { Replaces = ["**one"] });

        Assert.Equal([market.Number()], market.Rented(Bench.Carriers));
        Assert.Empty(Bench.Carriers.Ledger.Releases());
    }

    [Theory]
    [InlineData("kpn", "friendlyName", "Front desk")]
    [InlineData("seven", "moHttpUrl", "https://sms.example.com/in")]
    public async Task Preskton_Twilio_provider_3_and_20_attributes_were_silently_ignored(string carrier, string property, string value)
    {
        var refused = await Bench.UpFailsAsync(One(Market.Of(carrier).Named().With(property, value)));

        var error = Assert.Single(refused.Errors);
        Assert.Contains(property, error, StringComparison.Ordinal);
        Assert.Contains($"not supported by carrier {carrier}", error, StringComparison.Ordinal);
        Assert.Empty(Bench.Carriers.Ledger.Entries);
    }

    [Fact]
    public async Task Genesys_Cloud_provider_525_a_failed_update_left_every_number_out_of_its_routing()
    {
        string[] before = ["447700900200", "447700900201"];
        Bench.Carriers.Vonage.Account.Subscribe([.. before, "447700900202"]);
        await Bench.UpAsync(Pool(before));
        Bench.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 403, Carrier = CarrierNames.Vonage, Operation = Operations.AddPoolNumbers });

        await Bench.UpFailsAsync(Pool(["447700900202"]));

        Assert.Equal(before, Bench.Carriers.Vonage.Pools.NumbersOf("customers"));
    }

    [Theory]
    [MemberData(nameof(Market.Carriers), MemberType = typeof(Market))]
    public async Task Vonage_CLI_26_a_refused_purchase_had_no_words(string carrier)
    {
        var market = Market.Of(carrier);
        Bench.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Status,
            Status = 420,
            Carrier = carrier,
            Operation = Operations.Buy,
            Body = carrier == CarrierNames.Seven
                ? """{"success": false, "error": "A local address is required"}"""
                : """{"error-code": "420", "error-code-label": "A local address is required"}""",
        });

        var refused = await Bench.UpFailsAsync(One(market.Named()));

        var error = Assert.Single(refused.Errors);
        Assert.Contains(carrier, error, StringComparison.Ordinal);
        Assert.Contains(market.Number(), error, StringComparison.Ordinal);
        Assert.Contains("A local address is required", error, StringComparison.Ordinal);
        Assert.Empty(Bench.Carriers.Ledger.Entries);
    }

    private static StackProgram Pool(IEnumerable<string> numbers) => StackBench.Program(async program =>
    {
        var pool = await program.RegisterAsync(Tokens.NumberPool, "pool", new() { ["poolId"] = "customers" });
        await program.RegisterAsync(
            Tokens.PoolMembership, "members", new() { ["poolId"] = "customers", ["numbers"] = PropertyValue.Of(numbers) }, new() { DependsOn = [pool] });
    });
}
