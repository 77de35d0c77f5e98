using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Plugin.Serving;
using PulumiNumbers.Rpc.Client;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Lifecycle;

/// <summary>A resource that exists in this file alone: nothing else is touched to have it checked, planned, created, read and listed.</summary>
public sealed class FifthResourceTests
{
    private const string CounterUrn = "urn:pulumi:dev::tests::fifth:index:Counter::visits";

    [Fact]
    public async Task NewResource_IsServed_FromOneFile()
    {
        await using var server = new PluginServer(Definition, new PluginOptions());
        using var channel = PlaintextChannel.ForAddress($"127.0.0.1:{await server.StartAsync(CancellationToken.None)}");
        var client = new ResourceProvider.ResourceProviderClient(channel);

        var wrong = await client.CheckAsync(new CheckRequest { Urn = CounterUrn, News = Properties(("start", Number(-1))) });
        var check = await client.CheckAsync(new CheckRequest { Urn = CounterUrn, News = Properties() });
        var created = await client.CreateAsync(new Pulumirpc.CreateRequest { Urn = CounterUrn, Properties = check.Inputs });
        var diff = await client.DiffAsync(new Pulumirpc.DiffRequest
        {
            Urn = CounterUrn,
            Id = created.Id,
            Olds = created.Properties,
            OldInputs = check.Inputs,
            News = Properties(("start", Number(6))),
        });
        var read = await client.ReadAsync(new ReadRequest { Urn = CounterUrn, Id = created.Id });
        var schema = await client.GetSchemaAsync(new GetSchemaRequest());

        Assert.Equal("start", Assert.Single(wrong.Failures).Property);
        Assert.Equal(Properties(("start", Number(5)), ("value", Number(5))), created.Properties);
        Assert.Equal(["start"], diff.Replaces);
        Assert.Equal(created.Properties, read.Properties);
        Assert.Contains("fifth:index:Counter", schema.Schema, StringComparison.Ordinal);
    }

    private static ProviderDefinition Definition => new()
    {
        Package = new PackageMetadata
        {
            Name = "fifth",
            Version = "1.0.0",
            DisplayName = "Fifth",
            Description = "Counters.",
            Keywords = [],
            CSharpPackageReferences = new Dictionary<string, string>(StringComparer.Ordinal),
        },
        Types = new GeneratedTypes(),
        Configuration = new Fakes.FakeConfiguration(),
        Resources = [new Counter()],
    };
}

public record CounterArgs
{
    [Property("Where it begins to count.", Replaces = true), System.ComponentModel.DefaultValue(5)]
    public int? Start { get; init; }
}

public sealed record CounterState : CounterArgs
{
    [Property("How far it has counted.")]
    public required int Value { get; init; }
}

[ResourceType("fifth:index:Counter", "A counter.")]
public sealed class Counter : Resource<CounterArgs, CounterState>, ICustomCheck<CounterArgs>
{
    public Task<CounterArgs> CheckAsync(CheckContext<CounterArgs> check, CancellationToken cancellationToken)
    {
        if (check.Inputs.Start < 0)
            check.Fail(args => args.Start, "A counter does not begin below 0.");
        return Task.FromResult(check.Inputs);
    }

    public override Task<Outcome<CounterState>> CreateAsync(CreateRequest<CounterArgs> request, CancellationToken cancellationToken) =>
        Task.FromResult(new Outcome<CounterState>("counter", At(request.Inputs.Start ?? 0)));

    public override Task<ReadOutcome<CounterArgs, CounterState>?> ReadAsync(
        ReadRequest<CounterArgs, CounterState> request, CancellationToken cancellationToken) =>
        Task.FromResult<ReadOutcome<CounterArgs, CounterState>?>(new ReadOutcome<CounterArgs, CounterState>(request.Id, At(5), At(5)));

    public override Task<Outcome<CounterState>> UpdateAsync(
        UpdateRequest<CounterArgs, CounterState> request, CancellationToken cancellationToken) =>
        Task.FromResult(new Outcome<CounterState>(request.Id, request.State));

    public override Task DeleteAsync(DeleteRequest<CounterArgs, CounterState> request, CancellationToken cancellationToken) => Task.CompletedTask;

    private static CounterState At(int value) => new() { Start = value, Value = value };
}
