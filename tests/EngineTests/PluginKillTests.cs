using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary>Plugins that end between a call and its answer: the effect has come, and the state does not know it.</summary>
public sealed class PluginKillTests : EngineTest
{
    [Fact]
    public async Task KilledAfterItAnswered_TheAnswerIsLost_AndTheOperationStaysPending()
    {
        var kill = new PluginKill("Create", nth: 2);
        Fixture.Options = Fixture.Options with { Kills = [kill] };

        var up = await Fixture.Engine.UpAsync(EngineFixture.Things(("one", []), ("two", [])));

        Assert.False(up.Succeeded);
        Assert.True(kill.Done);
        Assert.Equal(2, Fixture.Carrier.Things.Count);
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
        Fixture.Carrier.Before = (method, _) =>
        {
            entered.TrySetResult();
            return release.Task;
        };
        var kill = new PluginKill("Create") { When = _ => entered.Task };
        Fixture.Options = Fixture.Options with { Kills = [kill] };

        var up = await Fixture.Engine.UpAsync(EngineFixture.Things(("one", [])));
        release.SetResult();

        Assert.True(kill.Done);
        Assert.Single(up.Checkpoint.PendingOperations);
    }

    [Fact]
    public async Task CallThatEndsBeforeTheMoment_IsNotKilled()
    {
        var kill = new PluginKill("Create") { When = ct => Task.Delay(Timeout.InfiniteTimeSpan, ct) };
        Fixture.Options = Fixture.Options with { Kills = [kill] };

        await Fixture.UpAsync(EngineFixture.Things(("one", [])));

        Assert.False(kill.Done);
    }

    [Fact]
    public async Task PreviewsDoNotCount()
    {
        var kill = new PluginKill("Create") { Resource = "one" };
        Fixture.Options = Fixture.Options with { Kills = [kill] };

        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.Things(("one", [])));
        Assert.True(preview.Succeeded);
        Assert.False(kill.Done);

        Assert.False((await Fixture.Engine.UpAsync(EngineFixture.Things(("one", [])))).Succeeded);
        Assert.True(kill.Done);
    }

    [Fact]
    public async Task KilledDelete_LeavesTheResourceInTheState()
    {
        await Fixture.UpAsync(EngineFixture.Things(("one", [])));
        Fixture.Options = Fixture.Options with { Kills = [new PluginKill("Delete")] };

        var destroy = await Fixture.Engine.DestroyAsync();

        Assert.False(destroy.Succeeded);
        Assert.Empty(Fixture.Carrier.Things);
        Assert.NotNull(destroy.Checkpoint.Find("one"));
    }
}
