using System.Globalization;
using System.Net;
using System.Text.Json;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.PortSip;

public sealed class ExclusiveNumberTests : EmulatorTest
{
    private const string Root = "/exclusive_numbers";

    [Fact]
    public async Task A_created_number_is_enabled_unless_told_otherwise_and_reads_back()
    {
        var created = await PortSip.PostJsonAsync(Root, """{"number":"447700900500"}""");
        var id = (string)created.Json["id"]!;

        var read = await PortSip.GetAsync($"{Root}/{id}");

        Assert.Equal(HttpStatusCode.OK, created.Status);
        Assert.Equal("NzAwNTUxOTA5NzczMTQ4MTYw", id);
        Assert.Equal(
            $$"""{"id":"{{id}}","number":"447700900500","created_at":"2030-01-31T12:00:00Z","enabled":true,"description":""}""", read.Text);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"number":""}""")]
    [InlineData("""{"number":447700900500}""")]
    [InlineData("""{"number":"447700900500","enabled":"yes"}""")]
    [InlineData("""[]""")]
    public async Task A_malformed_number_fails_validation(string body)
    {
        var answer = await PortSip.PostJsonAsync(Root, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("VALIDATE_FAILED", (string?)answer.Json["errors"]![0]!["code"]);
        Assert.Equal("field validation failed", (string?)answer.Json["errors"]![0]!["message"]);
    }

    [Theory]
    [InlineData(64, 1024, HttpStatusCode.OK)]
    [InlineData(65, 0, HttpStatusCode.BadRequest)]
    [InlineData(1, 1025, HttpStatusCode.BadRequest)]
    public async Task Number_and_description_have_their_lengths(int number, int description, HttpStatusCode status)
    {
        var body = JsonSerializer.Serialize(new { number = new string('1', number), description = new string('x', description) });

        Assert.Equal(status, (await PortSip.PostJsonAsync(Root, body)).Status);
    }

    [Fact]
    public async Task A_number_is_exclusive_once()
    {
        Server.PortSip.Create("447700900500");

        Assert.Equal(HttpStatusCode.BadRequest, (await PortSip.PostJsonAsync(Root, """{"number":"447700900500"}""")).Status);
    }

    [Fact]
    public async Task An_update_replaces_the_whole_number_and_answers_with_no_content()
    {
        var id = Server.PortSip.Create("447700900500", description: "VIP").Id;

        var answer = await PortSip.PostJsonAsync($"{Root}/{id}", """{"number":"447700900501","enabled":false}""");

        Assert.Equal((HttpStatusCode.OK, ""), (answer.Status, answer.Text));
        var number = Server.PortSip.Find(id)!;
        Assert.Equal(("447700900501", false, ""), (number.Number, number.Enabled, number.Description));
    }

    [Fact]
    public async Task A_destroyed_number_is_not_found()
    {
        var id = Server.PortSip.Create("447700900500").Id;

        Assert.Equal(HttpStatusCode.NoContent, (await PortSip.PostJsonAsync($"{Root}/{id}/destroy", "")).Status);
        var gone = await PortSip.GetAsync($"{Root}/{id}");

        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
        Assert.NotEmpty((string)gone.Json["errors"]![0]!["code"]!);
        Assert.Equal(HttpStatusCode.NotFound, (await PortSip.PostJsonAsync($"{Root}/{id}/destroy", "")).Status);
    }

    [Fact]
    public async Task The_list_takes_top_and_skip_and_counts_all()
    {
        for (var i = 0; i < 120; i++)
            Server.PortSip.Create(string.Create(CultureInfo.InvariantCulture, $"44770090{i:0000}"));

        Assert.Equal(100, (await PortSip.GetAsync(Root)).Json["items"]!.AsArray().Count);
        var rest = (await PortSip.GetAsync(Root + "?top=50&skip=100")).Json;

        Assert.Equal(20, rest["items"]!.AsArray().Count);
        Assert.Equal(120, (int)rest["count"]!);
        Assert.Equal("447700900100", (string?)rest["items"]![0]!["number"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await PortSip.GetAsync(Root + "?top=-1")).Status);
    }

    [Fact]
    public async Task Agents_are_set_listed_and_removed_queue_by_queue()
    {
        var id = Server.PortSip.Create("447700900500").Id;
        var (sales, support) = (Server.PortSip.Queues[0], Server.PortSip.Queues[1]);
        var queues = $"{Root}/{id}/call_queues";
        Assert.Equal("""{"items":[]}""", (await PortSip.GetAsync(queues)).Text);

        Assert.Equal(HttpStatusCode.OK, (await PortSip.PostJsonAsync($"{queues}/{sales.Id}/agents", """{"items":["1001","1002"]}""")).Status);
        await PortSip.PostJsonAsync($"{queues}/{support.Id}/agents", """{"items":["1003"]}""");
        Assert.Equal(["8001", "8002"], (await PortSip.GetAsync(queues)).Json["items"]!.AsArray().Select(queue => (string)queue!["extension_number"]!));

        await PortSip.PostJsonAsync($"{queues}/{sales.Id}/agents", """{"items":["1002"]}""");
        var agent = Assert.Single((await PortSip.GetAsync($"{queues}/{sales.Id}/agents")).Json["items"]!.AsArray())!;
        Assert.Equal(("agent1002", "Agent 1002", "1002"), ((string?)agent["name"], (string?)agent["display_name"], (string?)agent["extension_number"]));

        Assert.Equal(HttpStatusCode.NoContent, (await PortSip.PostJsonAsync($"{queues}/{sales.Id}/destroy", "")).Status);
        Assert.Equal("""{"items":[]}""", (await PortSip.GetAsync($"{queues}/{sales.Id}/agents")).Text);
        Assert.Equal(support.Id, (string?)Assert.Single((await PortSip.GetAsync(queues)).Json["items"]!.AsArray())!["id"]);
    }

    [Theory]
    [InlineData("""{"items":["12"]}""")]
    [InlineData("""{"items":["abc"]}""")]
    [InlineData("""{"items":["9999"]}""")]
    [InlineData("""{"items":[1001]}""")]
    [InlineData("""{}""")]
    public async Task Extensions_that_are_malformed_or_nobodys_fail_validation(string body)
    {
        var id = Server.PortSip.Create("447700900500").Id;

        var answer = await PortSip.PostJsonAsync($"{Root}/{id}/call_queues/{Server.PortSip.Queues[0].Id}/agents", body);

        Assert.Equal("VALIDATE_FAILED", (string?)answer.Json["errors"]![0]!["code"]);
    }

    [Fact]
    public async Task Queues_of_nothing_are_not_found()
    {
        var id = Server.PortSip.Create("447700900500").Id;

        Assert.Equal(HttpStatusCode.NotFound, (await PortSip.GetAsync($"{Root}/nothing/call_queues")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PortSip.GetAsync($"{Root}/{id}/call_queues/nothing/agents")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PortSip.GetAsync("/nothing")).Status);
    }
}
