using System.Collections.Immutable;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.Program;

public sealed class StateFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("emulator").FullName;

    private EmulatorOptions Options => new() { StateFile = Path.Combine(_folder, "deeper", "carriers.json"), VonageOwnedNumbers = 2 };

    [Fact]
    public async Task Another_emulator_finds_what_the_first_one_answered_for_even_if_that_one_never_ended()
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
        Assert.Equal(first.Ledger.Entries, second.Ledger.Entries);
        Assert.NotEqual(exclusive.Id, second.PortSip.Create("447700900501").Id);
    }

    [Fact]
    public async Task Parallel_changes_are_all_saved_before_they_are_answered()
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
        Assert.Equal(40, second.Ledger.Purchases().Count);
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
