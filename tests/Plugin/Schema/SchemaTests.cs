using Newtonsoft.Json.Linq;
using PulumiNumbers.Plugin.Schema;
using PulumiNumbers.Tests.Plugin.Fakes;
using Pulumirpc;

namespace PulumiNumbers.Tests.Plugin.Schema;

public sealed class SchemaTests
{
    private static readonly JObject Schema = JObject.Parse(SchemaBuilder.Build(FakePlugin.Define(new Boxes(), new FakeConfiguration())));

    [Fact]
    public async Task The_plugin_answers_the_schema_that_the_builder_writes()
    {
        await using var plugin = await FakePlugin.StartAsync();

        var response = await plugin.Client.GetSchemaAsync(new GetSchemaRequest());

        Assert.Equal(SchemaBuilder.Build(plugin.Definition), response.Schema);
        Assert.EndsWith("}\n", response.Schema, StringComparison.Ordinal);
    }

    [Fact]
    public void The_package_says_who_it_is()
    {
        Assert.Equal("fake", (string?)Schema["name"]);
        Assert.Equal("1.2.3", (string?)Schema["version"]);
        Assert.Equal("Pulumi", (string?)Schema["language"]!["csharp"]!["rootNamespace"]);
        Assert.Equal("Fake", (string?)Schema["language"]!["csharp"]!["namespaces"]!["fake"]);
    }

    [Fact]
    public void Inputs_carry_what_the_attributes_say()
    {
        var inputs = Schema["resources"]!["fake:index:Box"]!["inputProperties"]!;

        AssertJson(
            """{"type":"string","description":"The box's label; made from the resource's name when left out.","willReplaceOnChanges":true}""",
            inputs["label"]);
        AssertJson("""{"$ref":"#/types/fake:index:Shade","description":"How dark it is.","default":"Light"}""", inputs["shade"]);
        AssertJson("""{"type":"integer","description":"How many fit, 1 to 100."}""", inputs["capacity"]);
        AssertJson("""{"type":"boolean","description":"Whether it is watertight.","default":false}""", inputs["watertight"]);
        AssertJson("""{"type":"number","description":"Its weight in kilograms."}""", inputs["weight"]);
        AssertJson("""{"type":"array","items":{"type":"string"},"description":"What is in it, in no order."}""", inputs["tags"]);
        AssertJson(
            """{"type":"object","additionalProperties":{"type":"array","items":{"type":"string"}},"description":"Who may open which compartment."}""",
            inputs["compartments"]);
        AssertJson("""{"type":"string","description":"The combination of its lock.","secret":true}""", inputs["combination"]);
        AssertJson("[]", Schema["resources"]!["fake:index:Box"]!["requiredInputs"]);
        AssertJson("""["reader","text"]""", Schema["resources"]!["fake:index:Note"]!["requiredInputs"]);
    }

    [Fact]
    public void Outputs_that_are_always_set_are_required()
    {
        AssertJson(
            """["created","label","revision","shade","tags","watertight"]""", Schema["resources"]!["fake:index:Box"]!["required"]);
        Assert.Null(Schema["resources"]!["fake:index:Box"]!["properties"]!["shade"]!["default"]);
    }

    [Fact]
    public void Only_what_can_be_listed_says_so()
    {
        Assert.NotNull(Schema["resources"]!["fake:index:Box"]!["listInputs"]);
        Assert.Null(Schema["resources"]!["fake:index:Note"]!["listInputs"]);
    }

    [Fact]
    public void Enums_and_objects_are_described_as_types()
    {
        AssertJson(
            """
            {"description":"How dark a box is.","type":"string","enum":[
              {"name":"Light","description":"Nearly white.","value":"Light"},{"name":"VeryDark","value":"very-dark"}]}
            """,
            Schema["types"]!["fake:index:Shade"]);
        AssertJson("""["material"]""", Schema["types"]!["fake:index:Lid"]!["required"]);
        Assert.Equal("What closes a box.", (string?)Schema["types"]!["fake:index:Lid"]!["description"]);
    }

    [Fact]
    public void Configuration_stands_in_the_provider_and_by_itself()
    {
        var key = """{"type":"string","description":"The key to the workshop.","secret":true,"defaultInfo":{"environment":["FAKE_KEY","WORKSHOP_KEY"]}}""";

        AssertJson(key, Schema["config"]!["variables"]!["key"]);
        AssertJson(key, Schema["provider"]!["inputProperties"]!["key"]);
        AssertJson("""["key"]""", Schema["provider"]!["requiredInputs"]);
        Assert.Equal(["address", "key"], ((JObject)Schema["provider"]!["properties"]!).Properties().Select(property => property.Name));
    }

    [Fact]
    public void Functions_have_inputs_and_outputs()
    {
        var function = Schema["functions"]!["fake:index:getEcho"]!;

        AssertJson("""["text"]""", function["inputs"]!["required"]);
        AssertJson("""["echoes","text"]""", function["outputs"]!["required"]);
    }

    [Fact]
    public void Every_reference_leads_somewhere_and_every_part_is_described()
    {
        foreach (var reference in Schema.SelectTokens("$..['$ref']"))
            Assert.NotNull(Schema["types"]![((string)reference!)["#/types/".Length..]]);
        foreach (var properties in Schema.SelectTokens("$..properties").Concat(Schema.SelectTokens("$..inputProperties")).Cast<JObject>())
            Assert.All(properties.Properties(), property => Assert.False(string.IsNullOrEmpty((string?)property.Value["description"])));
    }

    private static void AssertJson(string expected, JToken? actual) =>
        Assert.Equal(JToken.Parse(expected).ToString(), actual?.ToString());
}
