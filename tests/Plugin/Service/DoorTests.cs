using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Rpc;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Service;

public sealed class DoorTests
{
    [Fact]
    public async Task The_handshake_says_what_the_plugin_can_do()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.HandshakeAsync(new ProviderHandshakeRequest { ConfigureWithUrn = true });

        Assert.Equal(
            new ProviderHandshakeResponse
            {
                AcceptSecrets = true,
                AcceptResources = true,
                AcceptOutputs = true,
                SupportsAutonamingConfiguration = true,
                AcceptsByteString = true,
            },
            response);
    }

    [Fact]
    public async Task Mappings_are_empty_and_what_is_not_served_says_so()
    {
        await using var plugin = await FakePlugin.StartAsync();

        Assert.Empty((await plugin.Client.GetMappingsAsync(new GetMappingsRequest { Key = "terraform" })).Providers);
        Assert.Empty((await plugin.Client.GetMappingAsync(new GetMappingRequest { Key = "terraform" })).Data);
        await AssertFailsAsync(StatusCode.Unimplemented, "", async () => await plugin.Client.ConstructAsync(new ConstructRequest()));
        await AssertFailsAsync(StatusCode.Unimplemented, "", async () => await plugin.Client.CallAsync(new CallRequest()));
        await AssertFailsAsync(StatusCode.Unimplemented, "", async () => await plugin.Client.ParameterizeAsync(new ParameterizeRequest()));
    }

    [Theory]
    [InlineData("fake:index:Bocks", "Did you mean 'fake:index:Box'?")]
    [InlineData("other:thing:Entirely", "It has fake:index:Box, fake:index:Note.")]
    [InlineData("", "It has fake:index:Box, fake:index:Note.")]
    public async Task A_resource_type_that_does_not_exist_is_refused_by_every_operation(string type, string hint)
    {
        await using var plugin = await FakePlugin.StartAsync();
        var urn = $"urn:pulumi:dev::tests::{type}::x";
        var client = plugin.Client;

        await AssertFailsAsync(StatusCode.InvalidArgument, hint, async () => await client.CheckAsync(new CheckRequest { Urn = urn }));
        await AssertFailsAsync(StatusCode.InvalidArgument, hint, async () => await client.DiffAsync(new DiffRequest { Urn = urn }));
        await AssertFailsAsync(StatusCode.InvalidArgument, hint, async () => await client.CreateAsync(new CreateRequest { Urn = urn }));
        await AssertFailsAsync(StatusCode.InvalidArgument, hint, async () => await client.ReadAsync(new ReadRequest { Urn = urn }));
        await AssertFailsAsync(StatusCode.InvalidArgument, hint, async () => await client.UpdateAsync(new UpdateRequest { Urn = urn }));
        await AssertFailsAsync(StatusCode.InvalidArgument, hint, async () => await client.DeleteAsync(new DeleteRequest { Urn = urn }));
        await AssertFailsAsync(StatusCode.InvalidArgument, hint, async () =>
        {
            using var call = client.List(new ListRequest { Token = type });
            await call.ResponseStream.MoveNext(CancellationToken.None);
        });
    }

    [Fact]
    public async Task A_urn_that_is_none_is_refused()
    {
        await using var plugin = await FakePlugin.StartAsync();

        foreach (var urn in new[] { "", "::", "::::::", "nonsense", "urn:pulumi:dev::tests::a$b$" })
            await AssertFailsAsync(StatusCode.InvalidArgument, "", async () => await plugin.Client.CheckAsync(new CheckRequest { Urn = urn }));
    }

    [Fact]
    public async Task A_function_that_does_not_exist_is_refused()
    {
        await using var plugin = await FakePlugin.StartAsync();

        await AssertFailsAsync(
            StatusCode.InvalidArgument,
            "Did you mean 'fake:index:getEcho'?",
            async () => await plugin.Client.InvokeAsync(new InvokeRequest { Tok = "fake:index:getEko" }));
    }

    [Fact]
    public async Task A_function_answers_or_says_what_is_wrong_with_its_arguments()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var answer = await InvokeAsync(plugin, ("text", Text("hello")), ("times", Number(2)));
        var missing = await InvokeAsync(plugin, ("times", Text("2")));
        var unknown = await InvokeAsync(plugin, ("text", Unknown));

        Assert.Equal(Properties(("text", Text("hello")), ("echoes", Texts("hello", "hello"))), answer.Return);
        Assert.Equal(["times", "text"], missing.Failures.Select(failure => failure.Property));
        Assert.Equal("The value is not known yet.", Assert.Single(unknown.Failures).Reason);
        await AssertFailsAsync(StatusCode.NotFound, "There is no echo of silence.", () => InvokeAsync(plugin, ("text", Text("silence"))));
    }

    [Fact]
    public async Task What_can_be_imported_is_listed_page_by_page()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Listed = [.. Enumerable.Range(1, 5).Select(i => new PulumiNumbers.Plugin.Authoring.ListedResource($"b{i}", $"box {i}"))];

        var (all, end) = await ListAsync(plugin, new ListRequest { Token = "fake:index:Box" });
        var (first, second) = await ListAsync(plugin, new ListRequest { Token = "fake:index:Box", PageSize = 2 });
        var (rest, last) = await ListAsync(plugin, new ListRequest { Token = "fake:index:Box", PageSize = 3, ContinuationToken = second! });

        Assert.Equal(["b1", "b2", "b3", "b4", "b5"], all);
        Assert.Null(end);
        Assert.Equal(["b1", "b2"], first);
        Assert.Equal(["b3", "b4", "b5"], rest);
        Assert.Null(last);
        await AssertFailsAsync(
            StatusCode.InvalidArgument, "continuation token", () => ListAsync(plugin, new ListRequest { Token = "fake:index:Box", ContinuationToken = "x" }));
        await AssertFailsAsync(StatusCode.Unimplemented, "", () => ListAsync(plugin, new ListRequest { Token = "fake:index:Note" }));
    }

    private static async Task<(IReadOnlyList<string> Ids, string? Continuation)> ListAsync(FakePlugin plugin, ListRequest request)
    {
        using var call = plugin.Client.List(request);
        var ids = new List<string>();
        string? continuation = null;
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            if (response.Result is { } result)
                ids.Add(result.Id);
            continuation = response.Continuation?.ContinuationToken ?? continuation;
        }
        return (ids, continuation);
    }

    private static async Task<InvokeResponse> InvokeAsync(FakePlugin plugin, params (string Name, Value Value)[] args) =>
        await plugin.Client.InvokeAsync(new InvokeRequest { Tok = "fake:index:getEcho", Args = Properties(args) });

    private static async Task AssertFailsAsync(StatusCode code, string words, Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<RpcException>(call);
        Assert.Equal(code, failure.StatusCode);
        Assert.Contains(words, failure.Status.Detail, StringComparison.Ordinal);
    }
}
