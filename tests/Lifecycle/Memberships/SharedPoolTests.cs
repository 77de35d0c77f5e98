using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

public sealed class SharedPoolTests : MembershipTest
{
    [Fact]
    public async Task Memberships_without_authority_stand_side_by_side_and_leave_each_others_numbers_alone()
    {
        Bench.Carriers.Vonage.Pools.Add(Membership.Pool, Membership.Number(9));
        await Bench.UpAsync(Two(Membership.Numbers(0, 1), Membership.Numbers(2, 3)));

        var changed = await Bench.UpAsync(Two(Membership.Numbers(0, 4), Membership.Numbers(2, 3)));
        Assert.Equal(Membership.Numbers(0, 2, 3, 4, 9), Held);
        Assert.Equal(["one"], changed.Steps.Where(step => step.IsChange).Select(step => step.Urn.Name));

        var dropped = await Bench.UpAsync(StackBench.One(Tokens.PoolMembership, Membership.Inputs(Membership.Numbers(0, 4), authoritative: false)));
        Assert.Equal(Membership.Numbers(0, 4, 9), Held);
        Assert.Empty(Warnings(dropped));

        await Bench.DestroyAsync();
        Assert.Equal(Membership.Numbers(9), Held);
    }

    [Fact]
    public async Task An_authoritative_one_warns_when_it_removes_what_it_never_added()
    {
        await Bench.UpAsync(Membership.Of(Membership.Numbers(0)));
        Bench.Carriers.Vonage.Pools.Add(Membership.Pool, Membership.Number(9));

        var up = await Bench.UpAsync(Membership.Of(Membership.Numbers(0)), new DeploymentOptions { Refresh = true });

        Assert.Equal(Membership.Numbers(0), Held);
        var warning = Assert.Single(Warnings(up));
        Assert.Contains(Membership.Number(9), warning, StringComparison.Ordinal);
        Assert.Contains("`authoritative: false`", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_gives_up_its_authority_leaves_in_the_pool_what_it_no_longer_declares()
    {
        await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1)));

        await Bench.UpAsync(StackBench.One(Tokens.PoolMembership, Membership.Inputs(Membership.Numbers(0), authoritative: false)));

        Assert.Equal(Membership.Numbers(0, 1), Held);
        Assert.Equal(Membership.Numbers(0), Saved);
    }

    private static IEnumerable<string> Warnings(DeploymentResult result) =>
        result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Warning).Select(diagnostic => diagnostic.Message);

    private static StackProgram Two(string[] one, string[] other) => StackBench.Program(context => Task.WhenAll(
        context.RegisterAsync(Tokens.PoolMembership, "one", Membership.Inputs(one, authoritative: false)),
        context.RegisterAsync(Tokens.PoolMembership, "other", Membership.Inputs(other, authoritative: false))));
}
