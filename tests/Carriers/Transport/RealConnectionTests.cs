using System.Collections.Immutable;
using PulumiNumbers.Carriers;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

/// <summary>What only shows on real sockets.</summary>
public sealed class RealConnectionTests : EmulatedCarriers
{
    [Fact]
    public async Task No_credentials_follow_a_redirect()
    {
        await using var elsewhere = await EmulatorServer.StartAsync();
        Server.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Status,
            Status = 307,
            Headers = ImmutableDictionary<string, string>.Empty.Add("Location", $"{elsewhere.Addresses.Vonage}/v2/numberpools/accounts/a1b2c3d4/pools/customers"),
        });

        var failure = await Assert.ThrowsAsync<CarrierException>(() => Pools().GetPoolAsync(Customers, default));

        Assert.Contains("is not followed", failure.Message, StringComparison.Ordinal);
        Assert.Empty(elsewhere.Requests.All);
    }

    [Theory]
    [InlineData(FaultKind.ResetBefore)]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.Garbage)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.Oversized)]
    public async Task A_read_survives_any_misbehaviour_that_passes(FaultKind kind)
    {
        Server.Vonage.Pools.Create("customers");
        Server.Faults.Add(new FaultRule { Kind = kind, Times = 2 });

        Assert.NotNull(await Pools().GetPoolAsync(Customers, default));
    }

    [Theory]
    [InlineData(FaultKind.ResetAfter)]
    [InlineData(FaultKind.Truncated)]
    [InlineData(FaultKind.Garbage)]
    [InlineData(FaultKind.Malformed)]
    [InlineData(FaultKind.Html)]
    [InlineData(FaultKind.Oversized)]
    public async Task A_batch_whose_answer_is_lost_is_sent_once(FaultKind kind)
    {
        Server.Vonage.Pools.Create("customers");
        Server.Faults.Add(new FaultRule { Kind = kind, Operation = Operations.AddPoolNumbers, Times = 1 });

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => Pools().AddNumbersAsync(Customers, [Msisdn.Parse("447700900000")], default));

        Assert.Equal(CarrierErrorKind.Ambiguous, failure.Kind);
        Assert.True(failure.IsIndeterminate);
        Assert.Equal(1, Count(Operations.AddPoolNumbers));
    }

    [Fact]
    public async Task A_carrier_that_is_not_there_is_told_as_unreachable()
    {
        var pools = Pools();
        await Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<CarrierException>(() => pools.GetPoolAsync(Customers, default));

        Assert.Equal(CarrierErrorKind.Unavailable, failure.Kind);
        Assert.True(failure.RequestNotSent);
        Assert.Contains("no connection to 127.0.0.1", failure.Message, StringComparison.Ordinal);
    }
}
