using Google.Protobuf.WellKnownTypes;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Model;
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

        AssertSecretsIn(response.Inputs, List(Text("a"), Secret("b"), Text("c")));
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

        AssertSecretsIn(create.Properties, Secret(Texts("a", "b", "c")));
        AssertSecretsIn(read.Properties, Secret(Texts("a", "b", "c")));
        AssertSecretsIn(read.Inputs, List(Text("a"), Secret("b"), Text("c")));
        AssertSecretsIn(update.Properties, Secret(Texts("a", "b", "c")));
    }

    [Fact]
    public async Task A_preview_shows_no_secret()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.CreateAsync(new Pulumirpc.CreateRequest { Urn = BoxUrn(), Properties = Inputs, Preview = true });

        AssertSecretsIn(response.Properties, Secret(Texts("a", "b", "c")));
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
        Assert.All(response.Failures, failure => Assert.Equal("", failure.Property));
        Assert.Contains(response.Failures, failure => failure.Reason == "'tags[0]': Not a valid Tag.");
    }

    /// <summary>Engines print the value of the property that a failure names.</summary>
    [Fact]
    public async Task FailureAboutASecret_NamesItInTheReasonOnly()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var plain = await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Properties(("combination", Number(1))) });
        var misspelled = await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Properties(("combinatoin", Text("1-2-3"))) });
        var parent = await plugin.Client.CheckAsync(
            new CheckRequest { Urn = BoxUrn(), News = Properties(("steps", Members(("material", Secret("canary"))))) });
        var author = await plugin.Client.CheckAsync(new CheckRequest { Urn = BoxUrn(), News = Properties(("weight", Secret(Number(2000)))) });
        var sibling = await plugin.Client.CheckAsync(
            new CheckRequest { Urn = BoxUrn(), News = Properties(("combination", Text("1-2-3")), ("capacity", Number(101))) });

        Assert.All(
            [(plain, "combination"), (misspelled, "combinatoin"), (parent, "steps"), (author, "weight")],
            ((CheckResponse Response, string Name) check) =>
            {
                var failure = Assert.Single(check.Response.Failures);
                Assert.Equal("", failure.Property);
                Assert.Contains($"'{check.Name}'", failure.Reason, StringComparison.Ordinal);
            });
        Assert.Equal("capacity", Assert.Single(sibling.Failures).Property);
    }

    [Fact]
    public void Redaction_TakesTheLongestSecretAtEachPlace()
    {
        var secrets = new SecretTexts();
        secrets.Learn(StructReader.ReadProperties(Properties(
            ("a", Secret(Texts("token", "token-1", "xyz", "a b/c"))), ("b", Text("public")))));

        Assert.Equal("[secret] [secret]! public xyz [secret] [secret]", secrets.Clean("token token-1! public xyz a%20b%2Fc a b/c"));
        Assert.Equal("nothing here", secrets.Clean("nothing here"));
        Assert.Equal("as it is", new SecretTexts().Clean("as it is"));
    }

    [Fact]
    public async Task A_functions_secret_argument_comes_back_secret()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.InvokeAsync(
            new InvokeRequest { Tok = "fake:index:getEcho", Args = Properties(("text", Secret("psst"))) });

        Assert.Equal(Secret("psst"), response.Return.Fields["text"]);
    }

    private static void AssertSecretsIn(Struct properties, Value tags)
    {
        Assert.Equal(Secret("hidden"), properties.Fields["label"]);
        Assert.Equal(tags, properties.Fields["tags"]);
        Assert.Equal(Members(("left", Secret(Texts("x"))), ("right", Texts("y"))), properties.Fields["compartments"]);
        Assert.Equal(Members(("material", Text("tin")), ("code", Secret("1234"))), properties.Fields["lid"]);
        Assert.Equal(Secret("9-9-9"), properties.Fields["combination"]);
    }
}
