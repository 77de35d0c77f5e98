using System.Collections.Concurrent;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Rpc;

/// <summary>The defect of Kestrel that <see cref="Http2StreamReset"/> works around: a response that is never written.</summary>
public sealed class Http2StreamResetTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    [Fact]
    public void Fields_ThatTheWorkaroundWrites_Exist()
    {
        Assert.NotNull(Http2StreamReset.Output);
        Assert.NotNull(Http2StreamReset.IsScheduled);
        Assert.Equal(typeof(bool), Http2StreamReset.IsScheduled.FieldType);
        Assert.True(Http2StreamReset.Output.FieldType.IsAssignableFrom(Http2StreamReset.IsScheduled.DeclaringType));
    }

    [Fact]
    public async Task Stream_LeftMarkedAsScheduled_IsAnsweredWhenItIsReused()
    {
        var streams = new ConcurrentQueue<IHttp2StreamIdFeature>();
        await using var pair = await RpcPair.StartAsync(new FakeProvider
        {
            OnCheck = (_, context) =>
            {
                streams.Enqueue(context.GetHttpContext().Features.GetRequiredFeature<IHttp2StreamIdFeature>());
                return Task.FromResult(new CheckResponse());
            },
        });

        await pair.Client.CheckAsync(new CheckRequest());
        var first = Assert.Single(streams);
        Http2StreamReset.IsScheduled!.SetValue(Http2StreamReset.Output!.GetValue(first), true);
        await pair.Client.CheckAsync(new CheckRequest(), deadline: DateTime.UtcNow + Patience);

        Assert.Equal(2, streams.Count);
        Assert.All(streams, stream => Assert.Same(first, stream));
    }

    [Fact]
    public async Task Responses_WhoseWindowOpensWhileTheyEnd_AreAllWritten()
    {
        const int Calls = 20_000;
        await using var pair = await RpcPair.StartAsync(new FakeProvider());
        var info = (await pair.Client.GetPluginInfoAsync(new Empty())).CalculateSize() + 5;

        using var client = await WindowEdgeClient.ConnectAsync(pair.Server.Port, info);

        Assert.Equal(Calls, await client.CallAsync(RawHttpClient.GetPluginInfo, Calls));
    }
}
