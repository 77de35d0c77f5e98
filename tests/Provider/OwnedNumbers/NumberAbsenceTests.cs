using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.OwnedNumbers;

/// <summary>A number that the state has is gone only when the carrier says so twice, and never minutes after its purchase.</summary>
public sealed class NumberAbsenceTests : ProviderTest
{
    private const string LongAgo = "2020-01-01T00:00:00Z";

    [Fact]
    public async Task Read_OfANumberThatWasJustBoughtAndIsNotListedYet_KeepsItWithAWarning()
    {
        var owned = await CreateAsync("kpn");
        Numbers.Carriers.Behavior = EmulatorProfile.Compliant with { ListsNothing = ["kpn"] };

        var read = await Numbers.RefreshAsync(owned);

        Assert.Equal(owned.State, read!.State);
        Assert.Contains("447700900650", Assert.Single(Numbers.Log.Said(LogSeverity.Warning)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kpn")]
    [InlineData("seven")]
    public async Task Read_OfANumberThatIsMissingOnce_KeepsIt(string carrier)
    {
        var owned = await CreateAsync(carrier, LongAgo);
        Numbers.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Status,
            Status = 200,
            Body = """{"activeNumbers": []}""",
            ContentType = "application/json",
            Carrier = carrier,
            Operation = Operations.ListOwned,
            Times = 1,
        });

        Assert.NotNull(await Numbers.RefreshAsync(owned));
    }

    [Fact]
    public async Task Read_OfANumberThatOnlyTheListingHas_KeepsIt()
    {
        var owned = await CreateAsync("kpn", LongAgo);
        Numbers.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Status,
            Status = 200,
            Body = "{}",
            ContentType = "application/json",
            Carrier = "kpn",
            Operation = Operations.ListOwned,
            Times = 2,
        });

        Assert.NotNull(await Numbers.RefreshAsync(owned));
    }

    [Fact]
    public async Task Read_OfANumberThatIsGone_SaysSo()
    {
        var owned = await CreateAsync("kpn", LongAgo);
        Numbers.Carriers.Kpn.Account.Subscribe("447700900660");
        Numbers.Carriers.Kpn.Account.Cancel("447700900650");

        Assert.Null(await Numbers.RefreshAsync(owned));
        Assert.Contains("447700900650", Assert.Single(Numbers.Log.Said(LogSeverity.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_InAnAccountThatWentEmpty_WarnsOfIt()
    {
        var owned = await CreateAsync("kpn", LongAgo);
        Numbers.Carriers.Behavior = EmulatorProfile.Compliant with { ListsNothing = ["kpn"] };

        Assert.Null(await Numbers.RefreshAsync(owned));
        Assert.Contains("no numbers at all", Assert.Single(Numbers.Log.Said(LogSeverity.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Purchase_WhoseOrderTookEffectBehindALostAnswer_IsNeverFollowedByAnother()
    {
        Numbers.Carriers.Behavior = EmulatorProfile.Compliant.WithLag(Operations.ListOwned, TimeSpan.FromHours(1));
        Numbers.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Status,
            Status = 502,
            Moment = FaultMoment.AfterEffect,
            Carrier = "kpn",
            Operation = Operations.Buy,
            Times = 1,
        });

        object declared = new { carrier = "kpn", country = "GB", features = new[] { "SMS" }, moSmppSysType = "inbound" };
        var unconfirmed = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", declared);
        var refreshed = await Numbers.RefreshAsync(unconfirmed with { State = unconfirmed.State.With(new { purchasedAt = LongAgo }) });
        var again = await Numbers.UpdateAsync(unconfirmed, declared);
        Numbers.Carriers.Behavior = EmulatorProfile.Compliant;
        var confirmed = await Numbers.UpdateAsync(again, declared);

        Assert.Single(unconfirmed.Problems);
        Assert.Single(refreshed!.Problems);
        Assert.Equal(true, unconfirmed.State.Get("unconfirmed"));
        Assert.Equal(true, refreshed.State.Get("unconfirmed"));
        Assert.Single(again.Problems);
        Assert.Empty(confirmed.Problems);
        Assert.Null(confirmed.State.Get("unconfirmed"));
        Assert.Equal(confirmed.State.Text("number"), Assert.Single(Numbers.Carriers.Ledger.Purchases()).Number);
        Assert.Equal("inbound", Numbers.Carriers.Kpn.Account.Find(confirmed.State.Text("number")!)!.MoSmppSysType);
    }

    [Fact]
    public async Task Purchase_ThatWasInterruptedBeforeItsAnswer_IsTakenByTheCreationOfTheNextProcess()
    {
        var folder = Directory.CreateTempSubdirectory("purchase-journal-").FullName;
        var options = new HarnessOptions { StateFolder = folder };
        object declared = new { carrier = "vonage", country = "GB" };
        await using (var killed = await ProviderHarness.StartAsync(options))
        {
            killed.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.Delay, Delay = TimeSpan.FromMinutes(10), Moment = FaultMoment.AfterEffect, Carrier = "vonage", Operation = Operations.Buy });
            var creation = killed.CreateAsync(Tokens.OwnedNumber, "hotline", declared);
            while (killed.Carriers.Ledger.Purchases().Count == 0)
                await Task.WhenAny(creation, Task.Delay(10));
            var number = killed.Carriers.Ledger.Purchases().Single().Number;

            await using var next = await ProviderHarness.StartAsync(options with { Emulator = new EmulatorOptions { VonageOwnedNumbers = 0 } });
            next.Carriers.Vonage.Account.Subscribe(number);
            var taken = await next.CreateAsync(Tokens.OwnedNumber, "hotline", declared);
            var other = await next.CreateAsync(Tokens.OwnedNumber, "other", declared);

            Assert.Equal(number, taken.State.Text("number"));
            Assert.Equal(other.State.Text("number"), Assert.Single(next.Carriers.Ledger.Purchases()).Number);
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task<ResourceUnderTest> CreateAsync(string carrier, string? purchasedAt = null)
    {
        var owned = carrier == "seven"
            ? await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier, country = "DK", number = "4500005000" })
            : await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier, country = "GB", number = "447700900650" });
        await Numbers.NewRunAsync();
        return purchasedAt is null ? owned : owned with { State = owned.State.With(new { purchasedAt }) };
    }
}
