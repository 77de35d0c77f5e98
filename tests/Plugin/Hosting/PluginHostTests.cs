using System.Globalization;
using System.IO.Pipelines;
using Grpc.Core;
using Grpc.Net.Client;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Serving;
using PulumiNumbers.Rpc.Client;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Hosting;

public sealed class PluginHostTests
{
    [Fact]
    public async Task It_announces_its_port_serves_and_ends_when_told()
    {
        using var end = new CancellationTokenSource();
        var (run, client, channel) = await StartAsync(new Boxes(), new CommandLine(EngineAddress: null), end.Token);
        using var open = channel;

        Assert.Equal("1.2.3", (await client.GetPluginInfoAsync(new Google.Protobuf.WellKnownTypes.Empty())).Version);
        await end.CancelAsync();

        Assert.Equal(0, await run.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task It_talks_to_the_engine_of_its_command_line_and_ends_when_that_is_gone()
    {
        var engine = await FakeEngine.StartAsync();
        var (run, client, channel) = await StartAsync(new Boxes(), new CommandLine(engine.Address), CancellationToken.None);
        using var open = channel;

        await client.InvokeAsync(new InvokeRequest { Tok = "fake:index:getEcho", Args = Properties(("text", Text("x"))) });
        Assert.Equal("for real", Assert.Single(engine.Messages).Message);
        Assert.False(run.IsCompleted);
        await engine.DisposeAsync();

        Assert.Equal(0, await run.WaitAsync(TimeSpan.FromSeconds(60)));
    }

    [Fact]
    public async Task What_is_under_way_when_it_is_told_to_end_still_answers_what_it_reached()
    {
        using var end = new CancellationTokenSource();
        var begun = new TaskCompletionSource();
        var boxes = new Boxes
        {
            Create = async (request, token) =>
            {
                var ended = new TaskCompletionSource();
                await using var registration = token.Register(ended.SetResult);
                begun.SetResult();
                await ended.Task;
                return new Outcome<BoxState>("box-1", BoxState.From(request.Inputs, 1)) { Problems = ["Half of it is done."] };
            },
        };
        var (run, client, channel) = await StartAsync(boxes, new CommandLine(EngineAddress: null), end.Token);
        using var open = channel;

        var create = client.CreateAsync(new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Properties() });
        await begun.Task;
        await end.CancelAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await create);
        Assert.Equal("Half of it is done.", failure.Status.Detail);
        Assert.Equal(0, await run.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    private static async Task<(Task<int> Run, ResourceProvider.ResourceProviderClient Client, GrpcChannel Channel)> StartAsync(
        Boxes boxes, CommandLine commandLine, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        var definition = FakePlugin.Define(boxes, new FakeConfiguration());
        var run = PluginHost.RunAsync(definition, commandLine, new PluginOptions { Output = pipe.Writer.AsStream() }, cancellationToken);
        using var reader = new StreamReader(pipe.Reader.AsStream());
        var port = int.Parse(await reader.ReadLineAsync(CancellationToken.None) ?? "", CultureInfo.InvariantCulture);
        var channel = PlaintextChannel.ForAddress($"127.0.0.1:{port}");
        return (run, new ResourceProvider.ResourceProviderClient(channel), channel);
    }
}
