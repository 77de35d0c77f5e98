using Google.Protobuf.WellKnownTypes;
using Pulumi;
using Pulumi.Numbers;
using PulumiNumbers.Tests.Sdk.Fakes;
using PulumiNumbers.Tests.Sdk.Schema;
using Pulumirpc;

namespace PulumiNumbers.Tests.Sdk.Running;

public sealed class FunctionTests
{
    private static readonly ResourceInvokeResponse Pool = new()
    {
        Return = Values.Struct(
            ("accountId", Value.ForString("a1b2c3d4")),
            ("poolId", Value.ForString("alerts")),
            ("fallback", Value.ForString("Reject")),
            ("localizedSenderPreferred", Value.ForBool(true)),
            ("predictableSenderPreferred", Value.ForBool(false))),
    };

    [Fact]
    public async Task A_function_is_called_with_its_arguments_and_answers_a_typed_result()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor { OnInvoke = _ => Pool });

        await engine.SucceedAsync(async () =>
        {
            var pool = await GetNumberPool.InvokeAsync(new() { PoolId = "alerts" });
            Assert.Equal((PoolFallback.Reject, true), (pool.Fallback, pool.LocalizedSenderPreferred));
            return new Dictionary<string, object?>(StringComparer.Ordinal);
        });

        var request = Assert.Single(engine.Monitor.Invoked);
        Assert.Equal("numbers:index:getNumberPool", request.Tok);
        Assert.Equal(CheckedInSchema.Version, request.Version);
        Assert.Equal(Values.Struct(("poolId", Value.ForString("alerts"))), request.Args);
    }

    [Fact]
    public async Task A_function_waits_for_its_arguments_and_hands_their_dependencies_on()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor { OnInvoke = _ => Pool });

        await engine.SucceedAsync(() =>
        {
            var pool = new NumberPool("pool", new() { PoolId = "alerts" });
            var found = GetNumberPool.Invoke(new() { PoolId = pool.PoolId });
            new PoolMembership("members", new() { PoolId = found.Apply(result => result.PoolId), Numbers = { "447700900001" } });
        });

        Assert.Equal(
            [FakeMonitor.UrnOf("numbers:index:NumberPool", "pool")],
            engine.Monitor.Registration("members").PropertyDependencies["poolId"].Urns);
    }

    [Fact]
    public async Task In_a_preview_a_function_of_something_unknown_is_not_called_and_its_result_is_unknown()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor { IsDryRun = true });

        await engine.SucceedAsync(() =>
        {
            var pool = new NumberPool("pool");
            return Results("fallback", GetNumberPool.Invoke(new() { PoolId = pool.PoolId }).Apply(found => (string)found.Fallback));
        });

        Assert.Empty(engine.Monitor.Invoked);
        Assert.Equal(Values.Struct(("fallback", Values.Unknown)), engine.Monitor.StackOutputs);
    }

    [Fact]
    public async Task In_a_preview_a_function_that_must_wait_for_a_new_resource_is_not_called()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor { IsDryRun = true });

        await engine.SucceedAsync(() => Results("pools", GetNumberPools.Invoke(
            new(),
            new InvokeOutputOptions { DependsOn = { new NumberPool("pool") } }).Apply(found => found.Pools.Length)));

        Assert.Empty(engine.Monitor.Invoked);
    }

    [Fact]
    public async Task The_result_of_a_function_of_a_secret_is_a_secret()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor { OnInvoke = _ => Pool });

        await engine.SucceedAsync(() =>
            Results("account", GetNumberPool.Invoke(new() { PoolId = Output.CreateSecret("alerts") }).Apply(found => found.AccountId)));

        Assert.Equal(Values.Struct(("account", Values.Secret(Value.ForString("a1b2c3d4")))), engine.Monitor.StackOutputs);
    }

    [Fact]
    public async Task What_a_function_refuses_is_told_with_the_argument_and_ends_the_program()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor
        {
            OnInvoke = _ => new ResourceInvokeResponse { Failures = { new CheckFailure { Property = "poolId", Reason = "is too long" } } },
        });

        var exitCode = await engine.RunAsync(() => GetNumberPool.Invoke(new() { PoolId = "x" }));

        Assert.Equal(32, exitCode);
        Assert.Equal(["numbers:index:getNumberPool: poolId: is too long"], engine.Log.Errors);
    }

    [Fact]
    public async Task A_result_can_be_published_as_it_is()
    {
        await using var engine = await FakeEngine.StartAsync(new FakeMonitor { OnInvoke = _ => Pool });

        await engine.SucceedAsync(() => Results("pool", GetNumberPool.Invoke(new() { PoolId = "alerts" })));

        Assert.Equal(Values.Struct(("pool", Value.ForStruct(Pool.Return))), engine.Monitor.StackOutputs);
    }

    private static Task<IDictionary<string, object?>> Results(string name, object value) =>
        Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>(StringComparer.Ordinal) { [name] = value });
}
