using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

public sealed class PartialSuccessTests : MembershipTest
{
    protected override BenchOptions BenchOptions => new()
    {
        Configuration = new Dictionary<string, string>(StringComparer.Ordinal) { ["subscriptionWait"] = "0" },
    };

    [Fact]
    public async Task What_could_be_added_is_saved_what_could_not_is_named_and_the_next_up_does_only_the_rest()
    {
        string[] declared = [.. Membership.Numbers(0, 1), Membership.Foreign(0), Membership.Foreign(1)];

        var partial = await Bench.UpFailsAsync(Membership.Of(declared));

        Assert.Equal(Membership.Numbers(0, 1), Held);
        Assert.Equal(Held, Saved);
        Assert.Equal(2, Bench.State.Find("one")!.InitErrors.Count);
        Assert.All(Bench.State.Find("one")!.InitErrors, reason => Assert.Contains("missing-number-subscription", reason, StringComparison.Ordinal));
        Assert.Equal(partial.Errors.Order(StringComparer.Ordinal), Bench.State.Find("one")!.InitErrors.Order(StringComparer.Ordinal));

        Bench.Carriers.Vonage.Account.Subscribe(Membership.Foreign(0), Membership.Foreign(1));
        Bench.Carriers.Requests.Clear();
        var rest = await Bench.UpAsync(Membership.Of(declared));

        Assert.Equal(StepOp.Update, rest.StepOf("one").Op);
        Assert.Equal(declared.Order(StringComparer.Ordinal), Held);
        Assert.Equal(Held, Saved);
        Assert.Empty(Bench.State.Find("one")!.InitErrors);
        var write = Assert.Single(Bench.Carriers.Requests.All, request => request.Method != "GET");
        Assert.DoesNotContain(Membership.Number(0), write.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanTwentyFailures_AreReportedTogether_WithTheFirstTenAndACount()
    {
        string[] foreign = [.. Enumerable.Range(0, 21).Select(Membership.Foreign)];

        await Bench.UpFailsAsync(Membership.Of([Membership.Number(0), .. foreign]));

        var reason = Assert.Single(Bench.State.Find("one")!.InitErrors);
        Assert.Contains("21 numbers", reason, StringComparison.Ordinal);
        Assert.All(foreign[..10], number => Assert.Contains(number, reason, StringComparison.Ordinal));
        Assert.DoesNotContain(foreign[10], reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_could_be_added_there_is_a_plain_error_and_no_half_resource()
    {
        var failed = await Bench.UpFailsAsync(Membership.Of(Membership.Foreign(0)));

        Assert.Null(Bench.State.Find("one"));
        Assert.Empty(Bench.State.PendingOperations);
        var error = Assert.Single(failed.Errors);
        Assert.Contains(Membership.Foreign(0), error, StringComparison.Ordinal);
        Assert.Contains("missing-number-subscription", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_update_of_which_nothing_could_be_done_leaves_the_state_as_it_was()
    {
        await Bench.UpAsync(Membership.Of(Membership.Numbers(0)));

        await Bench.UpFailsAsync(Membership.Of([Membership.Number(0), Membership.Foreign(0)]));

        Assert.Equal(Membership.Numbers(0), Held);
        Assert.Equal(Held, Saved);
        Assert.Empty(Bench.State.Find("one")!.InitErrors);
    }

    [Fact]
    public async Task Numbers_that_the_pool_keeps_are_named_and_the_next_up_takes_them_out()
    {
        await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1, 2)));
        Bench.Carriers.Faults.Add(new FaultRule
        {
            Kind = FaultKind.Partial,
            Operation = Operations.RemovePoolNumbers,
            Numbers = [Membership.Number(1)],
            Code = "number-deletion-error",
            Times = 1,
        });

        var partial = await Bench.UpFailsAsync(Membership.Of(Membership.Numbers(0)));

        Assert.Equal(Membership.Numbers(0, 1), Held);
        Assert.Equal(Held, Saved);
        Assert.Contains(Membership.Number(1), Assert.Single(partial.Errors), StringComparison.Ordinal);

        await Bench.UpAsync(Membership.Of(Membership.Numbers(0)));
        Assert.Equal(Membership.Numbers(0), Held);
    }

    [Fact]
    public async Task Progress_shows_as_status_lines()
    {
        var numbers = Bench.Carriers.Vonage.Account.SubscribeMany(350);

        var up = await Bench.UpAsync(Membership.Of(numbers));

        // Lines that come faster than anyone could read them are passed over, but not the last.
        var lines = up.Diagnostics.Where(line => line.IsStatus && line.Severity == Severity.Info).Select(line => line.Message).ToList();
        Assert.Equal("added 350/350", lines[^1]);
        Assert.Contains(lines, line => line is not "added 350/350" && line.EndsWith("/350", StringComparison.Ordinal));
    }
}
