using PulumiNumbers.Emulator;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Memberships;

/// <summary>What a membership costs, from the request log: 50 numbers a write, 100 a page.</summary>
public sealed class RequestCountTests : MembershipTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(50)]
    [InlineData(51)]
    [InlineData(1_000)]
    [InlineData(10_000)]
    public async Task Numbers_go_in_with_the_fewest_requests_and_an_up_without_changes_writes_nothing(int count)
    {
        var program = Membership.Of(Bench.Carriers.Vonage.Account.SubscribeMany(count));

        var created = await Bench.UpAsync(program);

        Assert.Equal(StepOp.Create, created.StepOf("one").Op);
        Assert.Equal(count, Held.Count);
        Assert.Equal(Held, Saved);
        Assert.Equal([(Operations.AddPoolNumbers, Pieces(count, 50)), (Operations.ListPoolNumbers, 1)], Requests());

        Bench.Carriers.Requests.Clear();
        var left = await Bench.UpAsync(program);

        Assert.False(left.HasChanges);
        Assert.Empty(Requests());

        await Bench.RefreshAsync();
        Assert.Equal([(Operations.ListPoolNumbers, Pieces(count, 100))], Requests());
    }

    private static int Pieces(int count, int size) => (count + size - 1) / size;

    private IEnumerable<(string? Operation, int Count)> Requests() => Bench.Carriers.Requests.All
        .GroupBy(request => request.Operation, StringComparer.Ordinal)
        .Select(group => (group.Key, group.Count()))
        .OrderBy(group => group.Key, StringComparer.Ordinal);
}
