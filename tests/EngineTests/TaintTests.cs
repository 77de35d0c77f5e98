using Grpc.Core;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary><c>state taint</c>, and what replacements leave to be deleted by later runs.</summary>
public sealed class TaintTests : EngineTest
{
    [Fact]
    public async Task TaintedResource_IsReplacedOnce()
    {
        var before = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 1 }));
        Fixture.Engine.Taint(before.StepOf("one").Urn);

        var preview = await Fixture.Engine.PreviewAsync(EngineFixture.OneThing(new() { ["size"] = 1 }));
        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 1 }));
        var again = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 1 }));

        Assert.Equal(StepOp.Replace, preview.StepOf("one").Op);
        Assert.Equal(StepOp.Replace, up.StepOf("one").Op);
        Assert.Equal(["create one", "create one", "delete one"], Fixture.Calls("create", "delete"));
        Assert.False(again.HasChanges);
    }

    [Fact]
    public async Task UntaintedResource_IsNotReplaced()
    {
        var before = await Fixture.UpAsync(EngineFixture.OneThing([]));
        Fixture.Engine.Taint(before.StepOf("one").Urn);
        Fixture.Engine.Taint(before.StepOf("one").Urn, taint: false);

        Assert.False((await Fixture.UpAsync(EngineFixture.OneThing([]))).HasChanges);
    }

    [Fact]
    public void Taint_OfAResourceThatIsNotInTheStack_Fails() =>
        Assert.Throws<EngineException>(() => Fixture.Engine.Taint(Urn.Parse("urn:pulumi:dev::numbers-test::fake:index:Thing::none")));

    [Fact]
    public async Task ReplacementWithInitErrors_LeavesTheOldOneToLaterRuns_AndAnotherReplacementAddsToIt()
    {
        var before = await Fixture.UpAsync(EngineFixture.OneThing([]));
        var urn = before.StepOf("one").Urn;
        Fixture.Carrier.Problems = (method, _) => method is "create" ? ["the settings were refused"] : [];
        Fixture.Engine.Taint(urn);
        var first = await Fixture.Engine.UpAsync(EngineFixture.OneThing([]));
        Fixture.Carrier.Problems = (_, _) => [];
        Fixture.Engine.Taint(urn);

        var second = await Fixture.UpAsync(EngineFixture.OneThing([]));

        Assert.False(first.Succeeded);
        Assert.Contains(first.Checkpoint.Resources, r => r is { Id: "id-1", Delete: true });
        Assert.Equal(2, second.Steps.Count(s => s.Op == StepOp.DeleteReplaced));
        Assert.Equal(["delete one", "delete one"], Fixture.Calls("delete"));
        Assert.Equal(["id-3"], Fixture.Carrier.Things.Keys);
    }

    [Fact]
    public async Task PendingDeletion_ComesAfterTheProgram_AsInPulumi()
    {
        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["place"] = "here" }));
        Fixture.Carrier.Before = (method, _) => method is "delete" ? throw FakeCarrier.Failure(StatusCode.Unavailable, "try later") : Task.CompletedTask;
        await Fixture.Engine.UpAsync(EngineFixture.OneThing(new() { ["place"] = "there" }));
        Fixture.Carrier.Before = (_, _) => Task.CompletedTask;
        Fixture.Carrier.Calls.Clear();

        await Fixture.UpAsync(EngineFixture.OneThing(new() { ["place"] = "here" }));

        Assert.Equal(["create one", "delete one", "delete one"], Fixture.Calls("create", "delete"));
    }
}
