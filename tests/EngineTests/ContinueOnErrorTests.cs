using Grpc.Core;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary><c>--continue-on-error</c>: the program goes on after a failure, and deletions are carried out.</summary>
public sealed class ContinueOnErrorTests : EngineTestBase
{
    private static readonly DeploymentOptions GoOn = new() { ContinueOnError = true };

    [Fact]
    public async Task RenamedResource_WhoseCreationFails_IsDeletedUnderItsOldName()
    {
        await Bench.UpAsync(TestBench.Things(("old", [])));
        FailCreationOf("new");

        var up = await Bench.Engine.UpAsync(GoingOn("new"), GoOn);

        Assert.False(up.Succeeded);
        Assert.Equal(["delete old"], Bench.Calls("delete"));
        Assert.Null(up.Checkpoint.Find("old"));
    }

    [Fact]
    public async Task WithoutIt_NothingIsDeletedAfterAFailure()
    {
        await Bench.UpAsync(TestBench.Things(("old", [])));
        FailCreationOf("new");

        await Bench.Engine.UpAsync(GoingOn("new"));

        Assert.Empty(Bench.Calls("delete"));
    }

    [Fact]
    public async Task WhatAFailedResourceDependsOn_IsNotDeleted()
    {
        await Bench.UpAsync(TestBench.Program(async program =>
        {
            var needed = await program.RegisterAsync(TestBench.Thing, "needed", []);
            await program.RegisterAsync(TestBench.Thing, "other", []);
            await program.RegisterAsync(TestBench.Thing, "one", new() { ["size"] = 1 }, new() { DependsOn = [needed] });
        }));
        Bench.World.Before = (method, name) => method is "update" ? throw FakeWorld.Failure(StatusCode.Unavailable, "try later") : Task.CompletedTask;

        var up = await Bench.Engine.UpAsync(GoingOn("one"), GoOn);

        Assert.False(up.Succeeded);
        Assert.Equal(["delete other"], Bench.Calls("delete"));
        Assert.NotNull(up.Checkpoint.Find("needed"));
    }

    [Fact]
    public async Task DependentOfAFailedResource_IsSkipped_AndStaysAsItWas()
    {
        StackProgram Program(double size) => TestBench.Program(async program =>
        {
            var stack = program.StackUrn;
            try
            {
                await program.RegisterAsync(TestBench.Thing, "root", new() { ["size"] = size });
            }
            catch (EngineException)
            {
                // A real SDK registers dependents of what failed all the same.
            }

            var root = new RegisteredResource(PulumiNumbers.Engine.State.Urn.Of(stack.Stack, stack.Project, stack, TestBench.Thing, "root"), "", [], IsPreview: false);
            try
            {
                await program.RegisterAsync(TestBench.Thing, "dependent", new() { ["size"] = size }, new() { DependsOn = [root] });
            }
            catch (EngineException)
            {
                // Skipped.
            }
        });
        await Bench.UpAsync(Program(1));
        Bench.World.Before = (method, name) => method is "update" && name is "root" ? throw FakeWorld.Failure(StatusCode.Unavailable, "try later") : Task.CompletedTask;

        var up = await Bench.Engine.UpAsync(Program(2), GoOn);

        Assert.Equal(["update root"], Bench.Calls("update"));
        Assert.Empty(Bench.Calls("delete"));
        Assert.Equal(1, up.Checkpoint.Find("dependent")!.Inputs["size"].AsNumber);
    }

    private void FailCreationOf(string failing) => Bench.World.Before = (method, name) =>
        method is "create" && string.Equals(name, failing, StringComparison.Ordinal) ? throw FakeWorld.Failure(StatusCode.AlreadyExists, "owned already") : Task.CompletedTask;

    private static StackProgram GoingOn(string name) => TestBench.Program(async program =>
    {
        try
        {
            await program.RegisterAsync(TestBench.Thing, name, new() { ["size"] = 2 });
        }
        catch (EngineException)
        {
            // As programs in C# and TypeScript do.
        }
    });
}
