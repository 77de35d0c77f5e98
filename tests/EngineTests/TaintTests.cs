using Grpc.Core;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary><c>state taint</c>, and what replacements leave to be deleted by later runs.</summary>
public sealed class TaintTests : EngineTestBase
{
    [Fact]
    public async Task TaintedResource_IsReplacedOnce()
    {
        var before = await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 1 }));
        Bench.Engine.Taint(before.StepOf("one").Urn);

        var preview = await Bench.Engine.PreviewAsync(TestBench.OneThing(new() { ["size"] = 1 }));
        var up = await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 1 }));
        var again = await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 1 }));

        Assert.Equal(StepOp.Replace, preview.StepOf("one").Op);
        Assert.Equal(StepOp.Replace, up.StepOf("one").Op);
        Assert.Equal(["create one", "create one", "delete one"], Bench.Calls("create", "delete"));
        Assert.False(again.HasChanges);
    }

    [Fact]
    public async Task UntaintedResource_IsNotReplaced()
    {
        var before = await Bench.UpAsync(TestBench.OneThing([]));
        Bench.Engine.Taint(before.StepOf("one").Urn);
        Bench.Engine.Taint(before.StepOf("one").Urn, taint: false);

        Assert.False((await Bench.UpAsync(TestBench.OneThing([]))).HasChanges);
    }

    [Fact]
    public void Taint_OfAResourceThatIsNotInTheStack_Fails() =>
        Assert.Throws<EngineException>(() => Bench.Engine.Taint(Urn.Parse("urn:pulumi:dev::numbers-test::fake:index:Thing::none")));

    [Fact]
    public async Task ReplacementWithInitErrors_LeavesTheOldOneToLaterRuns_AndAnotherReplacementAddsToIt()
    {
        var before = await Bench.UpAsync(TestBench.OneThing([]));
        var urn = before.StepOf("one").Urn;
        Bench.World.Problems = (method, _) => method is "create" ? ["the settings were refused"] : [];
        Bench.Engine.Taint(urn);
        var first = await Bench.Engine.UpAsync(TestBench.OneThing([]));
        Bench.World.Problems = (_, _) => [];
        Bench.Engine.Taint(urn);

        var second = await Bench.UpAsync(TestBench.OneThing([]));

        Assert.False(first.Succeeded);
        Assert.Contains(first.Checkpoint.Resources, r => r is { Id: "id-1", Delete: true });
        Assert.Equal(2, second.Steps.Count(s => s.Op == StepOp.DeleteReplaced));
        Assert.Equal(["delete one", "delete one"], Bench.Calls("delete"));
        Assert.Equal(["id-3"], Bench.World.Things.Keys);
    }

    [Fact]
    public async Task PendingDeletion_ComesAfterTheProgram_AsInPulumi()
    {
        await Bench.UpAsync(TestBench.OneThing(new() { ["place"] = "here" }));
        Bench.World.Before = (method, _) => method is "delete" ? throw FakeWorld.Failure(StatusCode.Unavailable, "try later") : Task.CompletedTask;
        await Bench.Engine.UpAsync(TestBench.OneThing(new() { ["place"] = "there" }));
        Bench.World.Before = (_, _) => Task.CompletedTask;
        Bench.World.Calls.Clear();

        await Bench.UpAsync(TestBench.OneThing(new() { ["place"] = "here" }));

        Assert.Equal(["create one", "delete one", "delete one"], Bench.Calls("create", "delete"));
    }
}
