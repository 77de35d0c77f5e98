using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

public sealed class DeadlineAndCancellationTests
{
    private static readonly byte[] EmptyMessage = RawHttp.Frame([]);

    [Fact]
    public async Task A_deadline_that_passes_ends_the_call_on_the_server()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider { OnCheck = (_, context) => NeverAsync<CheckResponse>(context) });
        using var http = new RawHttp(pair.Server.Port);

        var answer = await http.PostAsync(RawHttp.Check, EmptyMessage, headers: ("grpc-timeout", "30m"));

        Assert.Equal("4", answer.GrpcStatus);
    }

    [Fact]
    public async Task A_deadline_that_passes_ends_the_call_for_the_client_whatever_the_server_does()
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
    public async Task A_deadline_in_the_past_fails_at_once()
    {
        await using var pair = await RpcPair.StartAsync(new FakeProvider());

        var failure = await Assert.ThrowsAsync<RpcException>(
            async () => await pair.Client.GetPluginInfoAsync(new Empty(), deadline: DateTime.UtcNow.AddMinutes(-1)));

        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task The_method_learns_of_the_deadline()
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
    public async Task Without_a_deadline_there_is_none()
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
    public async Task A_caller_that_gives_up_cancels_the_method()
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
    public async Task A_stream_that_is_not_read_to_its_end_is_cancelled()
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
    public async Task A_slow_reader_slows_the_writer_down()
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
    public async Task Stopping_waits_for_calls_under_way()
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
    public async Task Stopping_at_once_cancels_calls_under_way()
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
