using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

public sealed class GrpcCancellationTests
{
    private static readonly byte[] EmptyMessage = RawHttpClient.Frame([]);

    [Fact]
    public async Task Deadline_WhenPassed_EndsTheCallOnTheServer()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider { OnCheck = (_, context) => NeverAsync<CheckResponse>(context) });
        using var http = new RawHttpClient(pair.Server.Port);

        var answer = await http.PostAsync(RawHttpClient.Check, EmptyMessage, headers: ("grpc-timeout", "30m"));

        Assert.Equal("4", answer.GrpcStatus);
    }

    [Fact]
    public async Task Deadline_WhenPassed_EndsTheCallForTheClient_WhateverTheServerDoes()
    {
        var release = new TaskCompletionSource();
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = async (_, _) =>
            {
                await release.Task;
                return new CheckResponse();
            },
        });

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await pair.Client.CheckAsync(new CheckRequest(), deadline: DateTime.UtcNow.AddMilliseconds(50)));
        release.SetResult();

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task Deadline_InThePast_FailsAtOnce()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await pair.Client.GetPluginInfoAsync(new Empty(), deadline: DateTime.UtcNow.AddMinutes(-1)));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task Deadline_IsPassedToTheMethod()
    {
        var seen = new TaskCompletionSource<DateTime>();
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = (_, context) =>
            {
                seen.SetResult(context.Deadline);
                return Task.FromResult(new CheckResponse());
            },
        });
        var deadline = DateTime.UtcNow.AddHours(3);

        await pair.Client.CheckAsync(new CheckRequest(), deadline: deadline);

        Assert.InRange(await seen.Task, deadline.AddMinutes(-1), deadline.AddMinutes(1));
    }

    [Fact]
    public async Task Deadline_WhenMissing_IsInfinite()
    {
        var seen = new TaskCompletionSource<DateTime>();
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = (_, context) =>
            {
                seen.SetResult(context.Deadline);
                return Task.FromResult(new CheckResponse());
            },
        });

        await pair.Client.CheckAsync(new CheckRequest());

        Assert.Equal(DateTime.MaxValue, await seen.Task);
    }

    [Fact]
    public async Task CancelledCall_CancelsTheMethod()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = async (_, context) =>
            {
                context.CancellationToken.Register(cancelled.SetResult);
                started.SetResult();
                return await NeverAsync<CheckResponse>(context);
            },
        });
        using var caller = new CancellationTokenSource();

        var call = pair.Client.CheckAsync(new CheckRequest(), cancellationToken: caller.Token);
        await started.Task;
        await caller.CancelAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        await cancelled.Task;

        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        Assert.Equal(StatusCode.Cancelled, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task AbandonedServerStream_IsCancelled()
    {
        var cancelled = new TaskCompletionSource();
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnList = async (_, responses, context) =>
            {
                context.CancellationToken.Register(cancelled.SetResult);
                while (true)
                    await responses.WriteAsync(new ListResponse(), context.CancellationToken);
            },
        });

        using (var call = pair.Client.List(new ListRequest()))
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));

        await cancelled.Task;
    }

    [Fact]
    public async Task SlowReader_SlowsTheWriterDown()
    {
        var written = 0;
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnList = async (_, responses, context) =>
            {
                var name = new string('x', 1024 * 1024);
                while (true)
                {
                    await responses.WriteAsync(new ListResponse { Result = new() { Name = name } }, context.CancellationToken);
                    Interlocked.Increment(ref written);
                }
            },
        });

        using var call = pair.Client.List(new ListRequest());
        for (var index = 0; index < 5; index++)
            Assert.True(await call.ResponseStream.MoveNext(CancellationToken.None));

        Assert.InRange(Volatile.Read(ref written), 0, 100);
    }

    [Fact]
    public async Task Stop_WaitsForCallsUnderWay()
    {
        var started = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = async (_, _) =>
            {
                started.SetResult();
                await release.Task;
                return new CheckResponse();
            },
        });

        var call = pair.Client.CheckAsync(new CheckRequest());
        await started.Task;
        var stop = pair.Server.StopAsync(CancellationToken.None);
        release.SetResult();

        Assert.NotNull(await call);
        await stop;
    }

    [Fact]
    public async Task Stop_WithCancelledToken_CancelsCallsUnderWay()
    {
        var started = new TaskCompletionSource();
        var cancelled = new TaskCompletionSource();
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = async (_, context) =>
            {
                context.CancellationToken.Register(cancelled.SetResult);
                started.SetResult();
                return await NeverAsync<CheckResponse>(context);
            },
        });

        var call = pair.Client.CheckAsync(new CheckRequest());
        await started.Task;
        await pair.Server.StopAsync(new CancellationToken(canceled: true));
        await cancelled.Task;

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Contains(failure.StatusCode, new[] { StatusCode.Unavailable, StatusCode.Cancelled, StatusCode.Internal });
    }

    private static async Task<T> NeverAsync<T>(ServerCallContext context)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
        throw new InvalidOperationException("An infinite delay ended.");
    }
}
