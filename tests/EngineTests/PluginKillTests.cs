using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary>Plugins that end between a call and its answer: the effect has come, and the state does not know it.</summary>
public sealed class PluginKillTests : EngineTestBase
{
    [Fact]
    public async Task KilledAfterItAnswered_TheAnswerIsLost_AndTheOperationStaysPending()
    {
        var kill = new PluginKill("Create", nth: 2);
        Bench.Options = Bench.Options with { Kills = [kill] };

        var up = await Bench.Engine.UpAsync(TestBench.Things(("one", []), ("two", [])));

        Assert.False(up.Succeeded);
        Assert.True(kill.Done);
        Assert.Equal(2, Bench.World.Things.Count);
        Assert.NotNull(up.Checkpoint.Find("one"));
        Assert.Null(up.Checkpoint.Find("two"));
        var pending = Assert.Single(up.Checkpoint.PendingOperations);
        Assert.Equal(("two", OperationKind.Creating), (pending.Resource.Urn.Name, pending.Kind));
    }

    [Fact]
    public async Task KilledWhileItWorks_WhenTheMomentHasCome()
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Bench.World.Before = (method, _) =>
        {
            entered.TrySetResult();
            return release.Task;
        };
        var kill = new PluginKill("Create") { When = _ => entered.Task };
        Bench.Options = Bench.Options with { Kills = [kill] };

        var up = await Bench.Engine.UpAsync(TestBench.Things(("one", [])));
        release.SetResult();

        Assert.True(kill.Done);
        Assert.Single(up.Checkpoint.PendingOperations);
    }

    [Fact]
    public async Task CallThatEndsBeforeTheMoment_IsNotKilled()
    {
        var kill = new PluginKill("Create") { When = ct => Task.Delay(Timeout.InfiniteTimeSpan, ct) };
        Bench.Options = Bench.Options with { Kills = [kill] };

        await Bench.UpAsync(TestBench.Things(("one", [])));

        Assert.False(kill.Done);
    }

    [Fact]
    public async Task PreviewsDoNotCount()
    {
        var kill = new PluginKill("Create") { Resource = "one" };
        Bench.Options = Bench.Options with { Kills = [kill] };

        var preview = await Bench.Engine.PreviewAsync(TestBench.Things(("one", [])));
        Assert.True(preview.Succeeded);
        Assert.False(kill.Done);

        Assert.False((await Bench.Engine.UpAsync(TestBench.Things(("one", [])))).Succeeded);
        Assert.True(kill.Done);
    }

    [Fact]
    public async Task KilledDelete_LeavesTheResourceInTheState()
    {
        await Bench.UpAsync(TestBench.Things(("one", [])));
        Bench.Options = Bench.Options with { Kills = [new PluginKill("Delete")] };

        var destroy = await Bench.Engine.DestroyAsync();

        Assert.False(destroy.Succeeded);
        Assert.Empty(Bench.World.Things);
        Assert.NotNull(destroy.Checkpoint.Find("one"));
    }
}
