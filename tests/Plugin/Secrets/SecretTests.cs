using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;
using static PulumiNumbers.Tests.Plugin.Fakes.Wire;

namespace PulumiNumbers.Tests.Plugin.Secrets;

public sealed class SecretTests
{
    private static readonly Struct Inputs = Properties(
        ("label", Secret("hidden")),
        ("tags", List(Text("a"), Secret("b"), Text("c"))),
        ("compartments", Members(("left", Secret(Texts("x"))), ("right", Texts("y")))),
        ("lid", Members(("material", Text("tin")), ("code", Secret("1234")))),
        ("combination", Text("9-9-9")));

    [Fact]
    public async Task Check_keeps_secrets_where_they_were_and_adds_those_that_always_are()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Inputs });

        AssertSecretsIn(response.Inputs);
    }

    [Fact]
    public async Task Create_read_and_update_answer_secrets_at_the_paths_at_which_they_came()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var create = await plugin.Client.CreateAsync(new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Inputs });
        var read = await plugin.Client.ReadAsync(
            new ReadRequest { Urn = BoxUrn(), Id = create.Id, Properties = create.Properties, Inputs = Inputs });
        var update = await plugin.Client.UpdateAsync(new UpdateRequest
        {
            Urn = BoxUrn(),
            Id = create.Id,
            Olds = read.Properties,
            OldInputs = read.Inputs,
            News = Inputs,
        });

        AssertSecretsIn(create.Properties);
        AssertSecretsIn(read.Properties);
        AssertSecretsIn(read.Inputs);
        AssertSecretsIn(update.Properties);
    }

    [Fact]
    public async Task A_preview_shows_no_secret()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.CreateAsync(new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Inputs, Preview = true });

        AssertSecretsIn(response.Properties);
    }

    [Fact]
    public async Task A_secret_element_that_comes_back_changed_hides_the_whole_list()
    {
        await using var plugin = await FakePlugin.StartAsync();
        plugin.Boxes.Create = (request, _) => Task.FromResult(
            new Outcome<BoxState>("box-1", BoxState.From(request.Inputs with { Steps = ["one", "two, rewritten"] }, 1)));

        var response = await plugin.Client.CreateAsync(
            new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Properties(("steps", List(Text("one"), Secret("two")))) });

        Assert.Equal(Secret(Texts("one", "two, rewritten")), response.Properties.Fields["steps"]);
    }

    [Fact]
    public async Task A_wrong_secret_is_refused_without_being_repeated()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.CheckAsync(new CheckRequest
        {
            Urn = BoxUrn(),
            News = Properties(
                ("shade", Secret("canary1")),
                ("tags", List(Secret("canary2!"))),
                ("capacity", Secret(Number(77.25))),
                ("compartments", Secret(Members(("left", Texts("canary3!")))))),
        });

        Assert.Equal(4, response.Failures.Count);
        Assert.DoesNotContain(
            response.Failures,
            failure => failure.Reason.Contains("canary", StringComparison.Ordinal) || failure.Reason.Contains("77", StringComparison.Ordinal));
        Assert.Contains(response.Failures, failure => failure is { Property: "tags[0]", Reason: "is not a valid Tag." });
    }

    [Fact]
    public async Task A_functions_secret_argument_comes_back_secret()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.InvokeAsync(
            new InvokeRequest { Tok = "fake:index:getEcho", Args = Properties(("text", Secret("psst"))) });

        Assert.Equal(Secret("psst"), response.Return.Fields["text"]);
    }

    private static void AssertSecretsIn(Struct properties)
    {
        Assert.Equal(Secret("hidden"), properties.Fields["label"]);
        Assert.Equal(List(Text("a"), Secret("b"), Text("c")), properties.Fields["tags"]);
        Assert.Equal(Members(("left", Secret(Texts("x"))), ("right", Texts("y"))), properties.Fields["compartments"]);
        Assert.Equal(Members(("material", Text("tin")), ("code", Secret("1234"))), properties.Fields["lid"]);
        Assert.Equal(Secret("9-9-9"), properties.Fields["combination"]);
    }
}
