using System.Diagnostics;
using System.Globalization;
using PulumiNumbers.Emulator;

namespace PulumiNumbers.Tests.Emulator.Program;

public sealed class RunTests
{
    [Fact]
    public async Task A_command_runs_with_the_carriers_in_its_environment_and_its_exit_code_is_the_programs()
    {
        var (code, output, _) = await RunAsync("run", "--owned", "3", "--", "sh", "-c", "echo $VONAGE_API_KEY $VONAGE_POOLS_URL $1; exit 7", "sh", "--yes");

        Assert.Equal(7, code);
        Assert.Matches("^a1b2c3d4 http://127.0.0.1:[0-9]+/vonage --yes$", output.Trim());
    }

    [Fact]
    public async Task A_command_gets_the_emulator_that_serves_on_the_port_already()
    {
        await using var running = await EmulatorServer.StartAsync();

        var (code, output, _) = await RunAsync("run", "--port", running.BaseAddress.Port.ToString(CultureInfo.InvariantCulture), "--", "sh", "-c", "echo $SEVEN_URL");

        Assert.Equal(0, code);
        Assert.Equal(running.Addresses.Seven.AbsoluteUri, output.Trim());
    }

    [Fact]
    public async Task A_command_that_is_not_there_is_reported()
    {
        var (code, _, errors) = await RunAsync("run", "--", "no-such-command");

        Assert.Equal(127, code);
        Assert.Contains("no-such-command cannot be run", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_command_it_prints_its_environment_and_serves_until_it_is_ended()
    {
        using var process = Start();
        var exports = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            exports.Add(line);
            if (line.StartsWith("export PORTSIP_DOMAIN=", StringComparison.Ordinal))
                break;
        }

        var seven = exports.Single(line => line.StartsWith("export SEVEN_URL=", StringComparison.Ordinal))["export SEVEN_URL=".Length..];
        using (var client = new HttpClient())
            Assert.Equal("300", await client.GetStringAsync(new Uri(seven + "/numbers/active")));

        using (var end = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]))
            await end.WaitForExitAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    private static Process Start(params string[] arguments) => Process.Start(
        new ProcessStartInfo("dotnet", [typeof(EmulatorServer).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
