using Grpc.Core;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary><c>--continue-on-error</c>: the program goes on after a failure, and deletions are carried out.</summary>
public sealed class ContinueOnErrorTests : EngineTest
{
    private static readonly DeploymentOptions GoOn = new() { ContinueOnError = true };

    [Fact]
    public async Task RenamedResource_WhoseCreationFails_IsDeletedUnderItsOldName()
    {
        await Fixture.UpAsync(EngineFixture.Things(("old", [])));
        FailCreationOf("new");

        var up = await Fixture.Engine.UpAsync(GoingOn("new"), GoOn);

        Assert.False(up.Succeeded);
        Assert.Equal(["delete old"], Fixture.Calls("delete"));
        Assert.Null(up.Checkpoint.Find("old"));
    }

    [Fact]
    public async Task WithoutIt_NothingIsDeletedAfterAFailure()
    {
        await Fixture.UpAsync(EngineFixture.Things(("old", [])));
        FailCreationOf("new");

        await Fixture.Engine.UpAsync(GoingOn("new"));

        Assert.Empty(Fixture.Calls("delete"));
    }

    [Fact]
    public async Task WhatAFailedResourceDependsOn_IsNotDeleted()
    {
        await Fixture.UpAsync(EngineFixture.Program(async program =>
        {
            var needed = await program.RegisterAsync(EngineFixture.Thing, "needed", []);
            await program.RegisterAsync(EngineFixture.Thing, "other", []);
            await program.RegisterAsync(EngineFixture.Thing, "one", new() { ["size"] = 1 }, new() { DependsOn = [needed] });
        }));
        Fixture.Carrier.Before = (method, name) => method is "update" ? throw FakeCarrier.Failure(StatusCode.Unavailable, "try later") : Task.CompletedTask;

        var up = await Fixture.Engine.UpAsync(GoingOn("one"), GoOn);

        Assert.False(up.Succeeded);
        Assert.Equal(["delete other"], Fixture.Calls("delete"));
        Assert.NotNull(up.Checkpoint.Find("needed"));
    }

    [Fact]
    public async Task DependentOfAFailedResource_IsSkipped_AndStaysAsItWas()
    {
        StackProgram Program(double size) => EngineFixture.Program(async program =>
        {
            var stack = program.StackUrn;
            try
            {
                await program.RegisterAsync(EngineFixture.Thing, "root", new() { ["size"] = size });
            }
            catch (EngineException)
            {
                // A real SDK registers dependents of what failed all the same.
            }

            var root = new RegisteredResource(PulumiNumbers.Engine.State.Urn.Of(stack.Stack, stack.Project, stack, EngineFixture.Thing, "root"), "", [], IsPreview: false);
            try
            {
                await program.RegisterAsync(EngineFixture.Thing, "dependent", new() { ["size"] = size }, new() { DependsOn = [root] });
            }
            catch (EngineException)
            {
                // Skipped.
            }
        });
        await Fixture.UpAsync(Program(1));
        Fixture.Carrier.Before = (method, name) => method is "update" && name is "root" ? throw FakeCarrier.Failure(StatusCode.Unavailable, "try later") : Task.CompletedTask;

        var up = await Fixture.Engine.UpAsync(Program(2), GoOn);

        Assert.Equal(["update root"], Fixture.Calls("update"));
        Assert.Empty(Fixture.Calls("delete"));
        Assert.Equal(1, up.Checkpoint.Find("dependent")!.Inputs["size"].AsNumber);
    }

    private void FailCreationOf(string failing) => Fixture.Carrier.Before = (method, name) =>
        method is "create" && string.Equals(name, failing, StringComparison.Ordinal) ? throw FakeCarrier.Failure(StatusCode.AlreadyExists, "owned already") : Task.CompletedTask;

    private static StackProgram GoingOn(string name) => EngineFixture.Program(async program =>
    {
        try
        {
            await program.RegisterAsync(EngineFixture.Thing, name, new() { ["size"] = 2 });
        }
        catch (EngineException)
        {
            // As programs in C# and TypeScript do.
        }
    });
}
