using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Service;

public sealed class BadInputTests
{
    private static readonly Struct Unrecognised = Properties(("lid", Members(("code", Members((SignatureKey, Text("nonsense")))))));

    [Fact]
    public async Task An_unrecognised_signature_is_refused_by_its_path_everywhere()
    {
        await using var plugin = await FakePlugin.StartAsync();
        var client = plugin.Client;

        await AssertRefusedAsync(async () => await client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Unrecognised }));
        await AssertRefusedAsync(async () => await client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Properties(), Olds = Unrecognised }));
        await AssertRefusedAsync(async () => await client.DiffAsync(new DiffRequest { Urn = BoxUrn(), News = Unrecognised }));
        await AssertRefusedAsync(async () => await client.DiffAsync(new DiffRequest { Urn = BoxUrn(), Olds = Unrecognised }));
        await AssertRefusedAsync(async () => await client.CreateAsync(new CreateRequest { Urn = BoxUrn(), Properties = Unrecognised }));
        await AssertRefusedAsync(async () => await client.ReadAsync(new ReadRequest { Urn = BoxUrn(), Properties = Unrecognised }));
        await AssertRefusedAsync(async () => await client.UpdateAsync(new UpdateRequest { Urn = BoxUrn(), News = Unrecognised }));
        await AssertRefusedAsync(async () => await client.DeleteAsync(new DeleteRequest { Urn = BoxUrn(), Properties = Unrecognised }));
        await AssertRefusedAsync(async () => await client.InvokeAsync(new InvokeRequest { Tok = "fake:index:getEcho", Args = Unrecognised }));
        await AssertRefusedAsync(async () => await client.ConfigureAsync(new ConfigureRequest { Args = Unrecognised }));
        await AssertRefusedAsync(async () => await client.CheckConfigAsync(new CheckRequest { News = Unrecognised }));
        await AssertRefusedAsync(async () => await client.DiffConfigAsync(new DiffRequest { News = Unrecognised }));
    }

    [Fact]
    public async Task Inputs_that_cannot_have_been_checked_are_refused_with_all_their_failures()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var failure = await Assert.ThrowsAsync<RpcException>(async () => await plugin.Client.CreateAsync(
            new CreateRequest { Urn = NoteUrn(), Properties = Properties(("reader", Text("no tag!")), ("txet", Text("x"))) }));

        Assert.Equal(StatusCode.InvalidArgument, failure.StatusCode);
        Assert.Contains("'reader': 'no tag!' is no tag", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("did you mean 'text'?", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains("`text` is required", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_calls_at_once_on_a_cold_plugin_are_all_answered()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var calls = Enumerable.Range(0, 100).Select(async i =>
        {
            await plugin.Client.CheckAsync(new CheckRequest { Urn = NoteUrn(), News = Properties(("text", Text("x")), ("reader", Text("y"))) });
            await plugin.Client.CheckConfigAsync(new CheckRequest { News = Properties(("key", Text("k"))) });
            return await plugin.Client.CreateAsync(new CreateRequest { Urn = BoxUrn($"b{i}"), Properties = Properties(("capacity", Number(i + 1))) });
        });

        var created = await Task.WhenAll(calls);
        Assert.Equal(Enumerable.Range(1, 100), created.Select(response => (int)response.Properties.Fields["capacity"].NumberValue));
    }

    private static async Task AssertRefusedAsync(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(
            new Status(StatusCode.InvalidArgument, "The property 'lid.code' cannot be read: it is an object with an unrecognised signature."),
            failure.Status);
    }
}
