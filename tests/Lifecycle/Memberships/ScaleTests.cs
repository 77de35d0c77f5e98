using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

public sealed class ScaleTests : MembershipTest
{
    private const int Count = 10_000;

    // A plugin that compares every number with every other one needs minutes; one that does not, a second or two.
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Ten_thousand_numbers_are_checked_compared_and_changed_in_seconds()
    {
        var numbers = Bench.Carriers.Vonage.Account.SubscribeMany(Count);
        string[] others = [.. numbers.Skip(1).Reverse(), Membership.Number(0)];

        var created = await Bench.UpAsync(Membership.Of(numbers));
        var preview = await Bench.PreviewAsync(Membership.Of(others));
        var changed = await Bench.UpAsync(Membership.Of(others));

        Assert.Equal(
            [(ChangeKind.Add, Membership.Number(0)), (ChangeKind.Delete, numbers[0])],
            preview.StepOf("one").Changes.Select(change => (change.Kind, (change.New ?? change.Old)!.AsString)).Order());
        Assert.Equal(others.Order(StringComparer.Ordinal), Held);
        Assert.Equal(Held, Saved);
        Assert.All(new[] { created, preview, changed }, run => Assert.InRange(run.Duration, TimeSpan.Zero, Bound));
    }
}
