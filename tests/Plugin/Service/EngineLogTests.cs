using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Time.Testing;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Serving;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Service;

public sealed class EngineLogTests
{
    [Fact]
    public async Task Messages_arrive_in_order_beside_their_resource_before_the_operation_ends()
    {
        await using var engine = await FakeEngine.StartAsync();
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (request, _) =>
        {
            request.Log.Debug("one");
            request.Log.Info("two");
            request.Log.Warning("three");
            request.Log.Status("half done");
            request.Log.Error("four");
            return Task.FromResult(new Outcome<BoxState>("box-1", BoxState.From(request.Inputs, 1)));
        };

        await plugin.Client.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = engine.Address });
        await plugin.Client.CreateAsync(new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Properties() });

        Assert.Equal(
            [
                (LogSeverity.Debug, "one", false), (LogSeverity.Info, "two", false), (LogSeverity.Warning, "three", false),
                (LogSeverity.Info, "half done", true), (LogSeverity.Error, "four", false),
            ],
            engine.Messages.Select(message => (message.Severity, message.Message, message.Ephemeral)));
        Assert.All(engine.Messages, message => Assert.Equal(BoxUrn(), message.Urn));
    }

    [Fact]
    public async Task An_engine_may_attach_later()
    {
        await using var engine = await FakeEngine.StartAsync();
        await using var plugin = await FakePlugin.StartAsync();

        await plugin.Client.AttachAsync(new PluginAttach { Address = engine.Address });
        await plugin.Client.InvokeAsync(
            new InvokeRequest { Tok = "fake:index:getEcho", Args = Properties(("text", Text("x"))), Preview = true });

        Assert.Equal("in a preview", Assert.Single(engine.Messages).Message);
    }

    [Theory]
    [InlineData("127.0.0.1:1")]
    [InlineData("not an address")]
    [InlineData("")]
    public async Task An_engine_that_cannot_be_reached_fails_nothing(string address)
    {
        await using var plugin = await FakePlugin.StartAsync();

        await plugin.Client.AttachAsync(new PluginAttach { Address = address });
        var response = await plugin.Client.InvokeAsync(new InvokeRequest { Tok = "fake:index:getEcho", Args = Properties(("text", Text("x"))) });

        Assert.Empty(response.Failures);
    }

    [Fact]
    public async Task EngineThatHangs_HoldsUpOneOperationAtMost()
    {
        var time = new FakeTimeProvider();
        var channel = new HangingChannel();
        await using var log = new EngineLog(new SecretTexts(), time, _ => channel);
        log.Connect("127.0.0.1:1");

        log.For(new Urn("")).Info("one");
        var first = log.FlushAsync();
        Assert.False(first.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        await first.WaitAsync(TimeSpan.FromSeconds(10));
        log.For(new Urn("")).Info("two");

        Assert.True(log.FlushAsync().IsCompleted);
        channel.Release();
    }

    [Fact]
    public async Task UnexpectedException_DoesNotEndTheLog()
    {
        var channel = new ThrowingChannel();
        await using var log = new EngineLog(new SecretTexts(), TimeProvider.System, _ => channel);
        log.Connect("127.0.0.1:1");

        for (var i = 0; i < 3; i++)
            log.For(new Urn("")).Info("x");
        await log.DisposeAsync();

        Assert.Equal(3, channel.Calls);
    }

    private sealed class HangingChannel() : ChannelBase("hanging")
    {
        private readonly TaskCompletionSource<Empty> _answer = new();

        public void Release() => _answer.SetResult(new Empty());

        public override CallInvoker CreateCallInvoker() => new Invoker(() => _answer.Task);
    }

    private sealed class ThrowingChannel() : ChannelBase("throwing")
    {
        public int Calls { get; private set; }

        public override CallInvoker CreateCallInvoker() => new Invoker(() =>
        {
            Calls++;
            throw new InvalidOperationException("unexpected");
        });
    }

    private sealed class Invoker(Func<Task<Empty>> answer) : CallInvoker
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => new(
            (Task<TResponse>)(object)answer(), Task.FromResult(new Metadata()), () => Status.DefaultSuccess, () => [], () => { });

        public override TResponse BlockingUnaryCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options, TRequest request) => throw new NotSupportedException();

        public override AsyncClientStreamingCall<TRequest, TResponse> AsyncClientStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();

        public override AsyncDuplexStreamingCall<TRequest, TResponse> AsyncDuplexStreamingCall<TRequest, TResponse>(
            Method<TRequest, TResponse> method, string? host, CallOptions options) => throw new NotSupportedException();
    }
}
