using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi;
using Pulumi.Numbers;
using PulumiNumbers.Tests.Sdk.Fakes;
using Pulumirpc;

namespace PulumiNumbers.Tests.Sdk.Running;

public sealed class ProgramTests
{
    [Fact]
    public async Task A_run_asks_for_features_registers_the_stack_publishes_results_and_signs_off()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() => new NumberPool("pool"));

        Assert.Equal(
            ["SupportsFeature", "RegisterResource", "RegisterResourceOutputs", "SignalAndWaitForShutdown"],
            engine.Monitor.Calls.Distinct(StringComparer.Ordinal).OrderBy(call => engine.Monitor.Calls.ToList().IndexOf(call)));
        Assert.Equal("SignalAndWaitForShutdown", engine.Monitor.Calls[^1]);
        var stack = engine.Monitor.Registered[0];
        Assert.Equal(("pulumi:pulumi:Stack", "project-stack", false, ""), (stack.Type, stack.Name, stack.Custom, stack.Parent));
    }

    [Fact]
    public async Task A_program_may_be_a_stack_class_with_results_as_properties()
    {
        await using var engine = await FakeEngine.StartAsync();

        Assert.Equal(0, await Deployment.RunAsync<PoolStack>(engine.Settings(), CancellationToken.None));

        Assert.Equal(
            Values.Struct(("pool", Value.ForString("alerts")), ("Preview", Value.ForBool(false))),
            engine.Monitor.StackOutputs);
    }

    [Fact]
    public async Task A_result_that_a_stack_class_forgot_is_named()
    {
        await using var engine = await FakeEngine.StartAsync();

        Assert.Equal(32, await Deployment.RunAsync<ForgetfulStack>(engine.Settings(), CancellationToken.None));

        Assert.Contains("'forgotten'", Assert.Single(engine.Log.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_the_program_is_told_once_and_the_exit_code_says_so()
    {
        await using var engine = await FakeEngine.StartAsync();

        var exitCode = await engine.RunAsync(() =>
        {
            var broken = new NumberPool("pool").PoolId.Apply<string>(new Func<string, string>(_ => throw new InvalidOperationException("it broke")));
            new PoolMembership("members", new() { PoolId = broken, Numbers = { "447700900001" } });
        });

        Assert.Equal(32, exitCode);
        Assert.Contains("it broke", Assert.Single(engine.Log.Errors), StringComparison.Ordinal);
        Assert.DoesNotContain("SignalAndWaitForShutdown", engine.Monitor.Calls);
    }

    [Fact]
    public async Task A_run_exception_is_shown_without_its_stack_trace()
    {
        await using var engine = await FakeEngine.StartAsync();

        var exitCode = await engine.RunAsync(() => throw new RunException("Set a country."));

        Assert.Equal(32, exitCode);
        Assert.Equal(["Set a country."], engine.Log.Errors);
    }

    [Fact]
    public async Task An_input_that_is_missing_is_told_beside_its_resource()
    {
        await using var engine = await FakeEngine.StartAsync();

        var exitCode = await engine.RunAsync(() => new PoolMembership("members", new() { PoolId = "alerts" }));

        Assert.Equal(32, exitCode);
        Assert.Equal(["numbers:index:PoolMembership 'members': the input 'numbers' is required but was not given"], engine.Log.Errors);
    }

    [Fact]
    public async Task What_the_engine_refuses_is_told_in_its_own_words()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor
        {
            OnRegister = _ => throw new RpcException(new Grpc.Core.Status(StatusCode.InvalidArgument, "duplicate resource URN")),
        });

        var exitCode = await engine.RunAsync(() => new NumberPool("pool"));

        Assert.Equal(32, exitCode);
        Assert.Equal(["numbers:index:NumberPool 'pool': duplicate resource URN"], engine.Log.Errors);
    }

    [Fact]
    public async Task When_the_engine_ends_the_run_the_program_adds_nothing_to_what_it_said()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor
        {
            OnRegister = _ => throw new RpcException(new Grpc.Core.Status(StatusCode.Unavailable, "resource monitor shut down")),
        });

        var exitCode = await engine.RunAsync(() => new NumberPool("pool"));

        Assert.Equal(32, exitCode);
        Assert.Empty(engine.Log.Errors);
    }

    [Fact]
    public async Task An_error_that_the_program_logs_fails_the_run()
    {
        await using var engine = await FakeEngine.StartAsync();

        Assert.Equal(1, await engine.RunAsync(() => Log.Error("no numbers left")));
        Assert.Equal(["no numbers left"], engine.Log.Errors);
    }

    [Fact]
    public async Task Messages_arrive_in_order_and_beside_their_resource()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() =>
        {
            var pool = new NumberPool("pool");
            Log.Info("first");
            Log.Warn("second", pool);
            Log.Debug("third", ephemeral: true);
        });

        Assert.Equal(["first", "second", "third"], engine.Log.Messages.Select(message => message.Message));
        Assert.Equal(FakeMonitor.UrnOf("numbers:index:NumberPool", "pool"), engine.Log.Messages[1].Urn);
        Assert.True(engine.Log.Messages[2].Ephemeral);
    }

    [Fact]
    public async Task A_run_waits_for_work_that_is_not_among_its_results()
    {
        await using var engine = await FakeEngine.StartAsync();
        var finished = false;

        await engine.SucceedAsync(() =>
        {
            new NumberPool("pool").PoolId.Apply(async poolId =>
            {
                await Task.Yield();
                new NumberPool("late");
                finished = true;
            });
        });

        Assert.True(finished);
        Assert.NotNull(engine.Monitor.Registration("late"));
    }

    [Fact]
    public async Task An_engine_without_resource_references_gets_ids()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor { Supports = _ => false });

        await engine.SucceedAsync(() => Task.FromResult<IDictionary<string, object?>>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["pool"] = new NumberPool("pool") }));

        Assert.Equal(Values.Struct(("pool", Value.ForString("id-of-pool"))), engine.Monitor.StackOutputs);
    }

    [Fact]
    public async Task A_resource_among_the_results_is_a_reference()
    {
        await using var engine = await FakeEngine.StartAsync();

        await engine.SucceedAsync(() => Task.FromResult<IDictionary<string, object?>>(
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["pool"] = new NumberPool("pool") }));

        var urn = FakeMonitor.UrnOf("numbers:index:NumberPool", "pool");
        Assert.Equal(
            Values.Struct(("pool", Values.Signed(Values.ResourceSignature, ("urn", Value.ForString(urn)), ("id", Value.ForString("id-of-pool"))))),
            engine.Monitor.StackOutputs);
    }

    [Fact]
    public void Outside_a_run_resources_say_what_is_missing()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new NumberPool("pool"));
        Assert.Contains("Deployment.RunAsync", failure.Message, StringComparison.Ordinal);
    }
}
