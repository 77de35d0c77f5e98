using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

public sealed class CancellationTests : MembershipTest
{
    private const int Count = 1_000;
    private const int Served = 7;

    [Fact]
    public async Task What_was_done_before_a_cancellation_is_saved_the_message_says_how_far_it_came_and_the_next_up_does_the_rest()
    {
        var program = Membership.Of(Bench.Carriers.Vonage.Account.SubscribeMany(Count));
        Bench.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.Delay, Moment = FaultMoment.BeforeEffect, Operation = Operations.AddPoolNumbers, Skip = Served });
        using var interrupt = new CancellationTokenSource();

        var running = Bench.Engine.UpAsync(program, cancellationToken: interrupt.Token);
        await Bench.Carriers.Requests.WaitForAsync(request => request is { Operation: Operations.AddPoolNumbers, Status: not null }, Served);
        await interrupt.CancelAsync();
        var cancelled = await running;

        Assert.False(cancelled.Succeeded);
        Assert.Equal(Served * 50, Held.Count);
        Assert.Equal(Held, Saved);
        Assert.Equal(
            ["The deployment was cancelled. What was under way is waited for and saved.", "vonage: cancelled; added 350 of 1000 numbers. The next `pulumi up` does the rest."],
            cancelled.Errors);

        Bench.Carriers.Faults.Clear();
        Bench.Carriers.Requests.Clear();
        await Bench.UpAsync(program);

        Assert.Equal(Count, Held.Count);
        Assert.Equal(Held, Saved);
        Assert.Equal((Count / 50) - Served, Bench.Carriers.Requests.Count(CarrierNames.Vonage, Operations.AddPoolNumbers));
    }
}
