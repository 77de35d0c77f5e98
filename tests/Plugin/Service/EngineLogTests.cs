using PulumiNumbers.Plugin.Authoring;
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
}
