using System.Diagnostics;

namespace PulumiNumbers.Tests.Published.Drift;

/// <summary>examples/drift-ci/check-drift, with a pulumi that repeats what the real one was seen to print.</summary>
public sealed class DriftCheckTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("numbers-drift-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("none", 0, 0, "## No drift in `production`")]
    [InlineData("drift", 7, 1, "## Drift in `production`")]
    [InlineData("drift", 255, 1, "## Drift in `production`")]
    [InlineData("deleted", 7, 1, "## Drift in `production`")]
    [InlineData("failed", 1, 2, "## `production` could not be compared")]
    public async Task ExitCode_AndTitle_TellDriftFromFailure(string recording, int pulumiExitCode, int exitCode, string title)
    {
        var (code, report) = await RunAsync(recording, pulumiExitCode);

        Assert.Equal(exitCode, code);
        Assert.StartsWith(title, report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("drift", "| `numbers:index:PoolMembership::members` | `\"447700900002\"` | `\"447700900010\"` |")]
    [InlineData("deleted", "| `numbers:index:ExclusiveNumber::vip` | the whole resource | none |")]
    [InlineData("deleted", "| `numbers:index:NumberPool::senders` | none | `fallback: \"Reject\" => \"Pool\"` |")]
    public async Task Report_EachResourceThatDiffers_HasARow(string recording, string row)
    {
        var (_, report) = await RunAsync(recording, 7);

        Assert.Contains(row, report.Split('\n'));
    }

    [Fact]
    public async Task Report_InAJob_IsAppendedToItsSummary_WithTheContact()
    {
        var summary = Path.Combine(_folder.FullName, "summary.md");
        await File.WriteAllTextAsync(summary, "# Before\n");

        var (_, report) = await RunAsync("drift", 7, ("GITHUB_STEP_SUMMARY", summary), ("DRIFT_CONTACT", "#telephony"));

        Assert.Equal($"# Before\n{report}", await File.ReadAllTextAsync(summary));
        Assert.Contains("\nAsk: #telephony\n", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WhereThereIsDrift_IsSaved()
    {
        var plan = Path.Combine(_folder.FullName, "repair.json");

        var (code, _) = await RunAsync("drift", 7, ["--plan", plan]);

        Assert.Equal(1, code);
        Assert.Equal("preview --refresh", await File.ReadAllTextAsync(plan));
    }

    private Task<(int ExitCode, string Report)> RunAsync(string recording, int pulumiExitCode, params (string Name, string Value)[] environment) =>
        RunAsync(recording, pulumiExitCode, [], environment);

    private async Task<(int ExitCode, string Report)> RunAsync(
        string recording, int pulumiExitCode, string[] arguments, params (string Name, string Value)[] environment)
    {
        var pulumi = Path.Combine(_folder.FullName, "pulumi");
        await File.WriteAllTextAsync(pulumi, $$"""
            #!/usr/bin/env bash
            if [[ $1 == refresh && " $* " == *" --preview-only "* && " $* " == *" --expect-no-changes "* ]]; then
                cat "{{Path.Combine(AppContext.BaseDirectory, "Fixtures/drift", $"{recording}.txt")}}"
                exit {{pulumiExitCode}}
            fi
            while [[ $# -gt 0 && $1 != --save-plan ]]; do words="${words:-}${words:+ }$1"; shift; done
            printf '%s' "$words" >"$2"
            """);
        var start = new ProcessStartInfo("bash", [Path.Combine(Repository.Root, "examples/drift-ci/check-drift"), .. arguments, "production"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PULUMI"] = $"bash {pulumi}";
        start.Environment.Remove("GITHUB_STEP_SUMMARY");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var report = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await errors;
        return (process.ExitCode, report);
    }
}
