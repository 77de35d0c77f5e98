using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Vonage.Pools;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.Pools;

public sealed class NumberPoolTests : ProviderTest
{
    [Fact]
    public async Task A_pool_is_created_with_its_rules()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders", fallback = "Reject", predictableSenderPreferred = true });

        Assert.Equal("a1b2c3d4/senders", pool.Id);
        var there = Numbers.Carriers.Vonage.Pools.Find("senders");
        Assert.NotNull(there);
        Assert.Equal("Reject", there.Fallback);
        Assert.True(there.PredictableSenderPreferred);
        Assert.Equal("Reject", pool.State.Text("fallback"));
        Assert.Equal(true, pool.State.Get("predictableSenderPreferred"));
        Assert.Equal(false, pool.State.Get("localizedSenderPreferred"));
        Assert.Equal("a1b2c3d4", pool.State.Text("accountId"));
    }

    [Fact]
    public async Task A_pool_without_an_id_is_named_after_the_resource_and_keeps_that_name()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { });

        Assert.StartsWith("senders-", pool.State.Text("poolId"), StringComparison.Ordinal);
        var diff = await Numbers.DiffAsync(pool, new { });
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task Changed_rules_are_written_in_place()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });

        var changed = await Numbers.UpdateAsync(pool, new { poolId = "senders", fallback = "CustomFrom", localizedSenderPreferred = true });

        Assert.Equal("CustomFrom", Numbers.Carriers.Vonage.Pools.Find("senders")!.Fallback);
        Assert.Equal(true, changed.State.Get("localizedSenderPreferred"));
        Assert.Equal("CustomFrom", changed.State.Text("fallback"));
    }

    [Fact]
    public async Task Another_pool_id_or_account_replaces_the_pool()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });

        var otherId = await Numbers.DiffAsync(pool, new { poolId = "others" });
        var otherAccount = await Numbers.DiffAsync(pool, new { poolId = "senders", accountId = "e5f6a7b8" });

        Assert.Equal(["poolId"], otherId.Replaces);
        Assert.Equal(["accountId"], otherAccount.Replaces);
    }

    [Fact]
    public async Task A_refresh_shows_rules_that_were_changed_elsewhere()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        var there = Numbers.Carriers.Vonage.Pools;
        there.Put(there.Find("senders")! with { Fallback = "Reject" });

        var read = await Numbers.RefreshAsync(pool);

        Assert.Equal("Reject", read!.State.Text("fallback"));
        var diff = await Numbers.DiffAsync(read, new { poolId = "senders" });
        Assert.Equal(["fallback"], diff.DetailedDiff.Keys);
    }

    [Fact]
    public async Task A_refresh_of_a_deleted_pool_says_that_it_is_gone()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        Numbers.Carriers.Vonage.Pools.Delete("senders");

        Assert.Null(await Numbers.RefreshAsync(pool));
    }

    [Theory]
    [InlineData("a1b2c3d4/senders")]
    [InlineData("senders")]
    public async Task An_imported_pool_shows_no_difference(string id)
    {
        Numbers.Carriers.Vonage.Pools.Put(new EmulatedPool { PoolId = "senders", Fallback = "Reject", LocalizedSenderPreferred = true });

        var pool = await Numbers.ImportAsync(Tokens.NumberPool, "senders", id);

        Assert.Equal("a1b2c3d4/senders", pool!.Id);
        var diff = await Numbers.DiffAsync(pool, pool.Inputs);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, diff.Changes);
    }

    [Fact]
    public async Task A_pool_that_exists_is_not_taken_over_and_the_error_names_the_import_command()
    {
        Numbers.Carriers.Vonage.Pools.Create("senders", "447700900001");

        var failure = await Numbers.CreateFailsAsync(Tokens.NumberPool, "outbound", new { poolId = "senders" });

        Assert.Equal(StatusCode.AlreadyExists, failure.StatusCode);
        Assert.Contains("pulumi import numbers:index:NumberPool outbound a1b2c3d4/senders", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("deleteBeforeReplace", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_pool_is_gone_and_deleting_it_again_succeeds()
    {
        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });

        await Numbers.DestroyAsync(pool);
        await Numbers.DestroyAsync(pool);

        Assert.Null(Numbers.Carriers.Vonage.Pools.Find("senders"));
    }

    [Fact]
    public async Task Pools_are_listed_for_import()
    {
        foreach (var id in Enumerable.Range(100, 130).Select(number => $"pool-{number}"))
            Numbers.Carriers.Vonage.Pools.Create(id);

        var ids = await Numbers.ListAsync(Tokens.NumberPool);

        Assert.Equal(130, ids.Distinct().Count());
        Assert.Contains("a1b2c3d4/pool-229", ids);
    }

    [Fact]
    public async Task A_creation_whose_answer_is_lost_is_settled_by_asking()
    {
        Numbers.Carriers.Faults.Add(new() { Kind = Emulator.Faults.FaultKind.ResetAfter, Operation = Operations.CreatePool, Times = 1 });

        var pool = await Numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });

        Assert.Equal("a1b2c3d4/senders", pool.Id);
        Assert.Equal(1, Numbers.Carriers.Requests.Count(operation: Operations.CreatePool));
    }
}
