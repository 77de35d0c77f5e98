using System.Runtime.Versioning;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Tests.Engine.Fakes;

namespace PulumiNumbers.Tests.Engine;

/// <summary>The command line as a process, with the plugin and the program as processes of its own.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class EngineCommandLineTests : IDisposable
{
    private readonly CommandLineFixture _fixture = new();

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task Up_deploys_a_second_up_changes_nothing_and_destroy_removes()
    {
        var up = await _fixture.RunAsync("up", "--yes");
        var again = await _fixture.RunAsync("up", "--yes", "--expect-no-changes");
        var output = await _fixture.RunAsync("stack", "output", "size");
        var destroy = await _fixture.RunAsync("destroy", "--yes");

        Assert.True(up.Code == 0, up.ToString());
        Assert.Contains("+  fake:index:Thing first created", up.Out, StringComparison.Ordinal);
        Assert.Contains("+  3 created", up.Out, StringComparison.Ordinal);
        Assert.True(again.Code == 0, again.ToString());
        Assert.Equal("7", output.Out.Trim());
        Assert.True(destroy.Code == 0, destroy.ToString());
        Assert.Contains("-  3 deleted", destroy.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_that_was_not_expected_fails_and_is_not_carried_out()
    {
        await _fixture.RunAsync("up", "--yes", "--skip-preview");
        _fixture.Configure(size: 8);

        var up = await _fixture.RunAsync("up", "--yes", "--expect-no-changes");
        var preview = await _fixture.RunAsync("preview", "--json");

        Assert.Equal(1, up.Code);
        Assert.Contains("~ size: 7 => 8", up.Out, StringComparison.Ordinal);
        Assert.Contains("no changes were expected", up.Error, StringComparison.Ordinal);
        var json = JObject.Parse(preview.Out);
        Assert.Equal(2, (int)json["changeSummary"]!["update"]!);
        Assert.All(json.SelectTokens("steps[?(@.op=='update')].changes[0].path"), path => Assert.Equal("size", (string?)path));
    }

    [Fact]
    public async Task Secrets_of_the_stack_file_stay_secret_in_everything_that_is_shown_or_saved()
    {
        var up = await _fixture.RunAsync("up", "--yes", "--diff");
        var hidden = await _fixture.RunAsync("stack", "output", "--json");
        var export = await _fixture.RunAsync("stack", "export");
        var shown = await _fixture.RunAsync("stack", "output", "password", "--show-secrets");

        Assert.True(up.Code == 0, up.ToString());
        Assert.DoesNotContain(CommandLineFixture.Password, up.Out + up.Error + hidden.Out + export.Out, StringComparison.Ordinal);
        Assert.Equal(CommandLineFixture.Password, shown.Out.Trim());
        Assert.Equal("passphrase", (string?)JObject.Parse(export.Out).SelectToken("deployment.secrets_providers.type"));
    }

    [Fact]
    public async Task DeploymentWithoutYes_IsRejected_WhereNobodyCanBeAsked()
    {
        var up = await _fixture.RunAsync("up");

        Assert.Equal(1, up.Code);
        Assert.Contains("--yes", up.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exported_state_can_be_imported_again()
    {
        await _fixture.RunAsync("up", "--yes", "--skip-preview");
        var export = await _fixture.RunAsync("stack", "export", "--file", _fixture.Path("state.json"));
        var elsewhere = _fixture.Path("elsewhere");

        var import = await _fixture.RunAsync("stack", "import", "--file", _fixture.Path("state.json"), "--state-dir", elsewhere);
        var preview = await _fixture.RunAsync("preview", "--expect-no-changes", "--state-dir", elsewhere);

        Assert.Equal((0, 0), (export.Code, import.Code));
        Assert.True(preview.Code == 0, preview.ToString());
    }

    [Fact]
    public async Task Ctrl_C_ends_in_good_order()
    {
        _fixture.Variables["FAKE_HANG"] = "second";

        var up = await _fixture.InterruptAsync("second creating", "up", "--yes", "--skip-preview");
        _fixture.Variables.Remove("FAKE_HANG");
        var export = await _fixture.RunAsync("stack", "export");

        Assert.Equal(1, up.Code);
        Assert.Contains("The deployment was cancelled", up.Out, StringComparison.Ordinal);
        var names = JObject.Parse(export.Out).SelectTokens("deployment.resources[*].urn").Select(u => (string)u!).ToArray();
        Assert.Contains(names, n => n.EndsWith("::first", StringComparison.Ordinal));
        Assert.DoesNotContain(names, n => n.EndsWith("::second", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plugin_killed_at_work_leaves_its_operation_pending_and_the_next_up_finishes_the_job()
    {
        _fixture.Variables["FAKE_HANG"] = "second";

        var up = await _fixture.KillPluginAsync("second creating", "up", "--yes", "--skip-preview");
        _fixture.Variables.Remove("FAKE_HANG");
        var pending = JObject.Parse((await _fixture.RunAsync("stack", "export")).Out).SelectTokens("deployment.pending_operations[*].type").Select(t => (string)t!);
        var again = await _fixture.RunAsync("up", "--yes", "--skip-preview");

        Assert.Equal(1, up.Code);
        Assert.Equal(["creating"], pending);
        Assert.True(again.Code == 0, again.ToString());
        Assert.Contains("interrupted while creating", again.Out, StringComparison.Ordinal);
        Assert.Contains("+  1 created", again.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("up", "--cwd", "/nowhere", "No Pulumi.yaml")]
    [InlineData("up", "--yes", "--parallel=0", "--parallel must be at least 1")]
    [InlineData("stack", "output", "absent", "has no output 'absent'")]
    public async Task InvalidCommand_IsReportedInOneLine(string verb, string first, string second, string message)
    {
        var result = await _fixture.RunAsync(verb, first, second);

        Assert.Equal(1, result.Code);
        Assert.Contains(message, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_taint_exclude_and_the_drift_gate_work_from_the_command_line()
    {
        const string First = "urn:pulumi:dev::cli-test::fake:index:Thing::first";
        await _fixture.RunAsync("up", "--yes", "--skip-preview");

        var taint = await _fixture.RunAsync("state", "taint", First);
        var excluded = await _fixture.RunAsync("preview", "--exclude", First, "--expect-no-changes");
        var tainted = await _fixture.RunAsync("preview", "--expect-no-changes");
        var untaint = await _fixture.RunAsync("state", "untaint", First);
        var both = await _fixture.RunAsync("preview", "--exclude", First, "--target", First);
        // The plugin of each command is a new process that has never heard of what another one created: everything is gone.
        var drift = await _fixture.RunAsync("refresh", "--preview-only", "--expect-no-changes", "--diff");

        Assert.Equal((0, 0), (taint.Code, untaint.Code));
        Assert.True(excluded.Code == 0, excluded.ToString());
        Assert.NotEqual(0, tainted.Code);
        Assert.NotEqual(0, both.Code);
        Assert.NotEqual(0, drift.Code);
        Assert.Contains("first is gone", drift.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_takes_a_file_whose_outputs_stand_in_for_a_read()
    {
        await File.WriteAllTextAsync(_fixture.Path("import.json"), """
            {"resources":[{"type":"fake:index:Thing","name":"known","id":"theirs","inputs":{"size":7},"outputs":{"size":7}}]}
            """);

        var import = await _fixture.RunAsync("import", "--file", _fixture.Path("import.json"), "--yes");
        var nothing = await _fixture.RunAsync("import", "--yes");

        Assert.True(import.Code == 0, import.ToString());
        Assert.Contains("\"id\": \"theirs\"", (await _fixture.RunAsync("stack", "export")).Out, StringComparison.Ordinal);
        Assert.NotEqual(0, nothing.Code);
    }
}
