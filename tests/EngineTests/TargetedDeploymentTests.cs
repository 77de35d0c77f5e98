using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary><c>--target</c>, <c>--exclude</c> and <c>--target-dependents</c>: of what is left alone, the provider is asked nothing.</summary>
public sealed class TargetedDeploymentTests : EngineTest
{
    [Fact]
    public async Task UntargetedResource_KeepsItsInputs_WithoutCheckDiffOrRead()
    {
        var before = await Fixture.UpAsync(Pair(size: 1));
        Fixture.Carrier.Calls.Clear();

        var up = await Fixture.UpAsync(Pair(size: 2), new() { Targets = [UrnOf(before, "one")], Refresh = true });

        Assert.Contains("update one", Fixture.Carrier.Calls);
        Assert.DoesNotContain(Fixture.Carrier.Calls, call => call.EndsWith(" two", StringComparison.Ordinal));
        Assert.Equal(1, up.Checkpoint.Find("two")!.Inputs["size"].AsNumber);
        Assert.Equal(2, up.Checkpoint.Find("one")!.Inputs["size"].AsNumber);
    }

    [Fact]
    public async Task UntargetedResource_ThatTheProgramNoLongerHas_StaysInTheState()
    {
        var before = await Fixture.UpAsync(Pair(size: 1));

        var up = await Fixture.UpAsync(EngineFixture.Things(("one", new() { ["size"] = 2 })), new() { Targets = [UrnOf(before, "one")] });

        Assert.NotNull(up.Checkpoint.Find("two"));
        Assert.Empty(Fixture.Calls("delete"));
    }

    [Fact]
    public async Task UntargetedNewResource_IsNotCreated()
    {
        var before = await Fixture.UpAsync(EngineFixture.Things(("one", new() { ["size"] = 1 })));

        var up = await Fixture.UpAsync(Pair(size: 2), new() { Targets = [UrnOf(before, "one")] });

        Assert.Null(up.Checkpoint.Find("two"));
        Assert.DoesNotContain("check two", Fixture.Carrier.Calls);
    }

    [Fact]
    public async Task TargetedResource_ThatDependsOnOneNotCreated_Fails()
    {
        var up = await Fixture.Engine.UpAsync(Dependent(size: 1), new() { Targets = ["**::dependent"] });

        Assert.False(up.Succeeded);
        Assert.Contains("was not specified in --target list", Assert.Single(up.Errors), StringComparison.Ordinal);
        Assert.Empty(Fixture.Calls("create"));
    }

    [Fact]
    public async Task TargetDependents_AreWorkedOnToo()
    {
        await Fixture.UpAsync(Dependent(size: 1));

        await Fixture.UpAsync(Dependent(size: 2), new() { Targets = ["**::root"], TargetDependents = true });

        Assert.Equal(["update root", "update dependent"], Fixture.Calls("update"));
    }

    [Fact]
    public async Task ExcludedResource_IsLeftAlone_AndAllOthersAreNot()
    {
        var before = await Fixture.UpAsync(Pair(size: 1));

        var up = await Fixture.UpAsync(Pair(size: 2), new() { Excludes = [UrnOf(before, "two")] });

        Assert.Equal(["update one"], Fixture.Calls("update"));
        Assert.Equal(1, up.Checkpoint.Find("two")!.Inputs["size"].AsNumber);
    }

    [Fact]
    public async Task ExcludedResource_ThatTheProgramNoLongerHas_IsNotDeleted()
    {
        var before = await Fixture.UpAsync(Pair(size: 1));

        await Fixture.UpAsync(EngineFixture.Things(), new() { Excludes = [UrnOf(before, "two")] });

        Assert.Equal(["delete one"], Fixture.Calls("delete"));
    }

    [Fact]
    public async Task UntargetedExplicitProvider_StaysConfiguredAsTheStateHasIt()
    {
        StackProgram Program(string key) => EngineFixture.Program(async program =>
        {
            var provider = await program.RegisterAsync("pulumi:providers:fake", "mine", new() { ["key"] = key });
            await program.RegisterAsync(EngineFixture.Thing, "one", new() { ["size"] = key }, new() { Provider = provider });
        });
        await Fixture.UpAsync(Program("old"));

        await Fixture.UpAsync(Program("new"), new() { Targets = ["**::one"] });

        Assert.Equal(["update one"], Fixture.Calls("update"));
        Assert.Equal("old", Fixture.Carrier.Configuration!.Fields["key"].StringValue);
    }

    private static StackProgram Pair(double size) => EngineFixture.Things(("one", new() { ["size"] = size }), ("two", new() { ["size"] = size }));

    private static StackProgram Dependent(double size) => EngineFixture.Program(async program =>
    {
        var root = await program.RegisterAsync(EngineFixture.Thing, "root", new() { ["size"] = size });
        await program.RegisterAsync(EngineFixture.Thing, "dependent", new() { ["size"] = size }, new() { DependsOn = [root] });
    });

    private static string UrnOf(DeploymentResult result, string name) => result.StepOf(name).Urn.ToString();
}
