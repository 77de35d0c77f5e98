using Grpc.Core;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

public sealed class FailureTests : EngineTestBase
{
    [Fact]
    public async Task A_failed_create_keeps_what_was_done_before_it_and_starts_nothing_after_it()
    {
        Bench.World.Before = (_, name) => name is "second" ? throw FakeWorld.Failure(StatusCode.AlreadyExists, "it exists already") : Task.CompletedTask;

        var up = await Bench.Engine.UpAsync(TestBench.Things(("first", []), ("second", []), ("third", [])));

        Assert.False(up.Succeeded);
        Assert.Equal("it exists already", Assert.Single(up.Errors));
        Assert.Equal("second", Assert.Single(up.Failed).Urn.Name);
        Assert.NotNull(Bench.Engine.Load().Find("first"));
        Assert.Null(Bench.Engine.Load().Find("third"));
        Assert.Empty(Bench.Engine.Load().PendingOperations);
    }

    [Fact]
    public async Task Nothing_is_deleted_after_a_failure()
    {
        await Bench.UpAsync(TestBench.Things(("old", [])));
        Bench.World.Before = (_, name) => name is "new" ? throw FakeWorld.Failure(StatusCode.Internal, "broken") : Task.CompletedTask;

        await Bench.Engine.UpAsync(TestBench.Things(("new", [])));

        Assert.NotNull(Bench.Engine.Load().Find("old"));
        Assert.Empty(Bench.Calls("delete"));
    }

    [Fact]
    public async Task A_partial_create_is_saved_with_its_problems_and_the_next_up_updates_it()
    {
        Bench.World.Problems = (method, _) => method is "create" ? ["447700900001: no such subscription", "447700900002: too late"] : [];

        var failed = await Bench.Engine.UpAsync(TestBench.OneThing(new() { ["size"] = 3 }));
        var saved = Bench.Engine.Load().Find("one")!;
        var up = await Bench.UpAsync(TestBench.OneThing(new() { ["size"] = 3 }));

        Assert.False(failed.Succeeded);
        Assert.Equal(["447700900001: no such subscription", "447700900002: too late"], failed.Errors);
        Assert.Equal("id-1", saved.Id);
        Assert.Equal(["447700900001: no such subscription", "447700900002: too late"], saved.InitErrors);
        Assert.Equal(StepOp.Update, up.StepOf("one").Op);
        Assert.Empty(Bench.Engine.Load().Find("one")!.InitErrors);
    }

    [Fact]
    public async Task A_refused_input_names_the_property_and_the_reason()
    {
        var up = await Bench.Engine.UpAsync(TestBench.OneThing(new() { ["wrong"] = true }));

        Assert.Equal("fake:index:Thing resource 'one': property wrong value {true} has a problem: is wrong", Assert.Single(up.Errors));
        Assert.Empty(Bench.Calls("create"));
    }

    [Fact]
    public async Task A_program_that_throws_deletes_nothing()
    {
        await Bench.UpAsync(TestBench.OneThing([]));

        var up = await Bench.Engine.UpAsync((_, _) => throw new PulumiNumbers.Engine.EngineException("the program broke"));

        Assert.False(up.Succeeded);
        Assert.Contains("the program broke", up.Errors);
        Assert.NotNull(Bench.Engine.Load().Find("one"));
    }

    [Fact]
    public async Task Going_on_in_spite_of_errors_does_what_does_not_depend_on_the_failure()
    {
        Bench.World.Before = (_, name) => name is "bad" ? throw FakeWorld.Failure(StatusCode.Internal, "broken") : Task.CompletedTask;

        var up = await Bench.Engine.UpAsync(
            async (program, _) =>
            {
                var bad = program.RegisterAsync(TestBench.Thing, "bad", []);
                await Assert.ThrowsAsync<PulumiNumbers.Engine.EngineException>(() => bad);
                await program.RegisterAsync(TestBench.Thing, "good", []);
            },
            new() { ContinueOnError = true });

        Assert.False(up.Succeeded);
        Assert.NotNull(Bench.Engine.Load().Find("good"));
    }

    [Fact]
    public async Task A_cancelled_deployment_tells_the_providers_waits_for_what_is_under_way_and_saves_it()
    {
        using var cancellation = new CancellationTokenSource();
        var isUnderWay = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        Bench.World.Before = (_, name) =>
        {
            isUnderWay.TrySetResult();
            return name is "slow" ? mayEnd.Task : Task.CompletedTask;
        };

        var deployment = Bench.Engine.UpAsync(TestBench.Things(("slow", []), ("next", [])), cancellationToken: cancellation.Token);
        await isUnderWay.Task;
        await cancellation.CancelAsync();
        mayEnd.SetResult();
        var up = await deployment;

        Assert.False(up.Succeeded);
        Assert.Equal(1, Bench.World.Cancellations);
        Assert.NotNull(Bench.Engine.Load().Find("slow"));
        Assert.Null(Bench.Engine.Load().Find("next"));
    }

    [Fact]
    public async Task A_stack_under_deployment_is_closed_to_others()
    {
        var refused = "";
        await Bench.UpAsync(async (program, _) =>
        {
            refused = (await Assert.ThrowsAsync<PulumiNumbers.Engine.EngineException>(() => Bench.Engine.DestroyAsync())).Message;
            await program.RegisterAsync(TestBench.Thing, "one", []);
        });

        Assert.Contains("by another process", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_resources_are_worked_on_at_once_up_to_the_limit()
    {
        Bench.Options = Bench.Options with { Parallel = 8 };
        var arrived = 0;
        var allArrived = new TaskCompletionSource();
        Bench.World.Before = (_, _) =>
        {
            if (Interlocked.Increment(ref arrived) == 8)
                allArrived.SetResult();
            return allArrived.Task;
        };

        await Bench.UpAsync((program, _) => Task.WhenAll(Enumerable.Range(0, 100).Select(i => program.RegisterAsync(TestBench.Thing, $"thing-{i}", []))));

        Assert.Equal(8, Bench.World.MostUnderWay);
        Assert.Equal(100, Bench.World.Things.Count);
    }
}
