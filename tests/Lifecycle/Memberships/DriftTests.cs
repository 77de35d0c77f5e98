using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Planning;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

public sealed class DriftTests : MembershipTest
{
    [Fact]
    public async Task A_preview_with_refresh_shows_drift_number_by_number()
    {
        await DriftAsync();

        var preview = await Bench.PreviewAsync(Membership.Of(Membership.Numbers(0, 1, 2)), new() { Refresh = true });

        Assert.Equal(
            [(ChangeKind.Update, Membership.Number(9))],
            Told(Assert.Single(preview.Drift)));
        Assert.Equal(
            [(ChangeKind.Update, Membership.Number(1))],
            Told(preview.StepOf("one")));
    }

    [Fact]
    public async Task PlainUp_LeavesDrift_AndARefreshingOneRepairsIt()
    {
        await DriftAsync();

        var plain = await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1, 2)));
        Assert.False(plain.HasChanges);
        Assert.Equal(Membership.Numbers(0, 2, 9), Held);

        var repaired = await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1, 2)), new DeploymentOptions { Refresh = true });
        var again = await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1, 2)));

        Assert.Equal(StepOp.Update, repaired.StepOf("one").Op);
        Assert.Equal(Membership.Numbers(0, 1, 2), Held);
        Assert.Equal(Held, Saved);
        Assert.False(again.HasChanges);
    }

    [Fact]
    public async Task A_refresh_saves_what_the_pool_holds()
    {
        await DriftAsync();

        await Bench.RefreshAsync();

        Assert.Equal(Membership.Numbers(0, 2, 9), Saved);
        Assert.Equal(Membership.Numbers(0, 2, 9), Held);
    }

    private static IEnumerable<(ChangeKind Kind, string Number)> Told(Step step) =>
        step.Changes.Select(change => (change.Kind, Number: (change.New ?? change.Old)!.AsString)).OrderBy(told => told.Number, StringComparer.Ordinal);

    private async Task DriftAsync()
    {
        await Bench.UpAsync(Membership.Of(Membership.Numbers(0, 1, 2)));
        Bench.Carriers.Vonage.Pools.Remove(Membership.Pool, Membership.Number(1));
        Bench.Carriers.Vonage.Pools.Add(Membership.Pool, Membership.Number(9));
    }
}
