using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Lifecycle;

public sealed class PreviewTests
{
    [Fact]
    public async Task The_preview_of_a_creation_echoes_inputs_and_knows_what_the_author_knows()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (_, _) => throw new InvalidOperationException("A preview creates nothing.");

        var response = await plugin.Client.CreateAsync(new CreateRequest
        {
            Urn = BoxUrn(),
            Preview = true,
            Properties = Properties(
                ("label", Text("x")), ("capacity", Unknown), ("tags", List(Unknown, Text("a"))), ("combination", Secret("1"))),
        });

        Assert.Equal("", response.Id);
        Assert.Equal(
            Properties(
                ("label", Text("x")),
                ("shade", Text("Light")),
                ("capacity", Unknown),
                ("watertight", Flag(false)),
                ("weight", Unknown),
                ("tags", List(Unknown, Text("a"))),
                ("steps", Unknown),
                ("compartments", Unknown),
                ("lid", Unknown),
                ("combination", Secret("1")),
                ("forest", Unknown),
                ("owner", Unknown),
                ("created", Unknown),
                ("revision", Number(1))),
            response.Properties);
    }

    [Fact]
    public async Task The_preview_of_an_update_keeps_what_stays()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Update = (_, _) => throw new InvalidOperationException("A preview updates nothing.");

        var response = await plugin.Client.UpdateAsync(new UpdateRequest
        {
            Urn = BoxUrn(),
            Id = "box-1",
            Preview = true,
            Olds = Properties(
                ("label", Text("x")), ("weight", Number(4)), ("owner", Text("you")), ("created", Text("then")), ("revision", Number(4))),
            OldInputs = Properties(("label", Text("x")), ("owner", Text("you"))),
            News = Properties(("label", Text("x")), ("capacity", Number(3))),
        });

        var known = response.Properties;
        Assert.Equal(Number(3), known.Fields["capacity"]);
        Assert.Equal(Number(4), known.Fields["weight"]);
        Assert.Equal(Text("then"), known.Fields["created"]);
        Assert.Equal(Unknown, known.Fields["owner"]);
        Assert.Equal(Unknown, known.Fields["revision"]);
    }

    [Fact]
    public async Task An_unknown_input_outside_of_a_preview_is_refused()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var refusal = await Assert.ThrowsAsync<Grpc.Core.RpcException>(
            async () => await plugin.Client.CreateAsync(
                new CreateRequest { Urn = BoxUrn(), Properties = Properties(("label", Text("x")), ("tags", List(Unknown))) }));

        Assert.Equal(Grpc.Core.StatusCode.InvalidArgument, refusal.StatusCode);
        Assert.Contains("tags[0]", refusal.Status.Detail, StringComparison.Ordinal);
    }
}
