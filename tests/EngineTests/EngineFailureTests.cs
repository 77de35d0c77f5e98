using Grpc.Core;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class EngineFailureTests : EngineTest
{
    [Fact]
    public async Task A_failed_create_keeps_what_was_done_before_it_and_starts_nothing_after_it()
    {
        Fixture.Carrier.Before = (_, name) => name is "second" ? throw FakeCarrier.Failure(StatusCode.AlreadyExists, "it exists already") : Task.CompletedTask;

        var up = await Fixture.Engine.UpAsync(EngineFixture.Things(("first", []), ("second", []), ("third", [])));

        Assert.False(up.Succeeded);
        Assert.Equal("it exists already", Assert.Single(up.Errors));
        Assert.Equal("second", Assert.Single(up.Failed).Urn.Name);
        Assert.NotNull(Fixture.Engine.Load().Find("first"));
        Assert.Null(Fixture.Engine.Load().Find("third"));
        Assert.Empty(Fixture.Engine.Load().PendingOperations);
    }

    [Fact]
    public async Task Nothing_is_deleted_after_a_failure()
    {
        await Fixture.UpAsync(EngineFixture.Things(("old", [])));
        Fixture.Carrier.Before = (_, name) => name is "new" ? throw FakeCarrier.Failure(StatusCode.Internal, "broken") : Task.CompletedTask;

        await Fixture.Engine.UpAsync(EngineFixture.Things(("new", [])));

        Assert.NotNull(Fixture.Engine.Load().Find("old"));
        Assert.Empty(Fixture.Calls("delete"));
    }

    [Fact]
    public async Task A_partial_create_is_saved_with_its_problems_and_the_next_up_updates_it()
    {
        Fixture.Carrier.Problems = (method, _) => method is "create" ? ["447700900001: no such subscription", "447700900002: too late"] : [];

        var failed = await Fixture.Engine.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));
        var saved = Fixture.Engine.Load().Find("one")!;
        var up = await Fixture.UpAsync(EngineFixture.OneThing(new() { ["size"] = 3 }));

        Assert.False(failed.Succeeded);
        Assert.Equal(["447700900001: no such subscription", "447700900002: too late"], failed.Errors);
        Assert.Equal("id-1", saved.Id);
        Assert.Equal(["447700900001: no such subscription", "447700900002: too late"], saved.InitErrors);
        Assert.Equal(StepOp.Update, up.StepOf("one").Op);
        Assert.Empty(Fixture.Engine.Load().Find("one")!.InitErrors);
    }

    [Fact]
    public async Task A_refused_input_names_the_property_and_the_reason()
    {
        var up = await Fixture.Engine.UpAsync(EngineFixture.OneThing(new() { ["wrong"] = true }));

        Assert.Equal("fake:index:Thing resource 'one': property wrong value {true} has a problem: is wrong", Assert.Single(up.Errors));
        Assert.Empty(Fixture.Calls("create"));
    }

    [Fact]
    public async Task A_program_that_throws_deletes_nothing()
    {
        await Fixture.UpAsync(EngineFixture.OneThing([]));

        var up = await Fixture.Engine.UpAsync((_, _) => throw new PulumiNumbers.Engine.EngineException("the program broke"));

        Assert.False(up.Succeeded);
        Assert.Contains("the program broke", up.Errors);
        Assert.NotNull(Fixture.Engine.Load().Find("one"));
    }

    [Fact]
    public async Task ContinueOnError_AppliesWhatDoesNotDependOnTheFailure()
    {
        Fixture.Carrier.Before = (_, name) => name is "bad" ? throw FakeCarrier.Failure(StatusCode.Internal, "broken") : Task.CompletedTask;

        var up = await Fixture.Engine.UpAsync(
            async (program, _) =>
            {
                var bad = program.RegisterAsync(EngineFixture.Thing, "bad", []);
                await Assert.ThrowsAsync<PulumiNumbers.Engine.EngineException>(() => bad);
                await program.RegisterAsync(EngineFixture.Thing, "good", []);
            },
            new() { ContinueOnError = true });

        Assert.False(up.Succeeded);
        Assert.NotNull(Fixture.Engine.Load().Find("good"));
    }

    [Fact]
    public async Task CancelledDeployment_NotifiesProviders_AndSavesWhatIsUnderWay()
    {
        using var cancellation = new CancellationTokenSource();
        var isUnderWay = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        Fixture.Carrier.Before = (_, name) =>
        {
            isUnderWay.TrySetResult();
            return name is "slow" ? mayEnd.Task : Task.CompletedTask;
        };

        var deployment = Fixture.Engine.UpAsync(EngineFixture.Things(("slow", []), ("next", [])), cancellationToken: cancellation.Token);
        await isUnderWay.Task;
        await cancellation.CancelAsync();
        mayEnd.SetResult();
        var up = await deployment;

        Assert.False(up.Succeeded);
        Assert.Equal(1, Fixture.Carrier.Cancellations);
        Assert.NotNull(Fixture.Engine.Load().Find("slow"));
        Assert.Null(Fixture.Engine.Load().Find("next"));
    }

    [Fact]
    public async Task A_stack_under_deployment_is_closed_to_others()
    {
        var refused = "";
        await Fixture.UpAsync(async (program, _) =>
        {
            refused = (await Assert.ThrowsAsync<PulumiNumbers.Engine.EngineException>(() => Fixture.Engine.DestroyAsync())).Message;
            await program.RegisterAsync(EngineFixture.Thing, "one", []);
        });

        Assert.Contains("by another process", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_resources_are_worked_on_at_once_up_to_the_limit()
    {
        Fixture.Options = Fixture.Options with { Parallel = 8 };
        var arrived = 0;
        var allArrived = new TaskCompletionSource();
        Fixture.Carrier.Before = (_, _) =>
        {
            if (Interlocked.Increment(ref arrived) == 8)
                allArrived.SetResult();
            return allArrived.Task;
        };

        await Fixture.UpAsync((program, _) => Task.WhenAll(Enumerable.Range(0, 100).Select(i => program.RegisterAsync(EngineFixture.Thing, $"thing-{i}", []))));

        Assert.Equal(8, Fixture.Carrier.MostUnderWay);
        Assert.Equal(100, Fixture.Carrier.Things.Count);
    }
}
