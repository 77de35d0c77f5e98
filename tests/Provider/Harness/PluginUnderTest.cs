using System.Diagnostics;
using System.Globalization;
using PulumiNumbers.Plugin.Serving;
using PulumiNumbers.Provider;

namespace PulumiNumbers.Tests.Provider.Harness;

/// <summary>
/// The plugin that tests call: in this process, where its clock can be the test's own, or the binary that NUMBERS_PLUGIN names, for tests
/// that use the system's clock.
/// </summary>
internal sealed class PluginUnderTest : IAsyncDisposable
{
    private readonly PluginServer? _server;
    private readonly Process? _process;
    private readonly TextWriter _diagnostics;

    private PluginUnderTest(PluginServer server, TextWriter diagnostics, int port)
    {
        _server = server;
        _diagnostics = diagnostics;
        Port = port;
    }

    private PluginUnderTest(Process process, TextWriter diagnostics, int port)
    {
        _process = process;
        _diagnostics = diagnostics;
        Port = port;
        process.ErrorDataReceived += (_, line) => _diagnostics.WriteLine(line.Data);
        process.BeginErrorReadLine();
    }

    public int Port { get; }

    public static async Task<PluginUnderTest> StartAsync(
        IReadOnlyDictionary<string, string?> environment, string engineAddress, TimeProvider clock, TextWriter diagnostics)
    {
        if (Environment.GetEnvironmentVariable("NUMBERS_PLUGIN") is { Length: > 0 } binary && clock == TimeProvider.System)
            return await StartProcessAsync(binary, environment, engineAddress, diagnostics);

        var server = new PluginServer(
            NumbersProvider.Define(),
            new PluginOptions { Environment = environment.GetValueOrDefault, Diagnostics = diagnostics, TimeProvider = clock });
        server.ConnectTo(engineAddress);
        return new PluginUnderTest(server, diagnostics, await server.StartAsync(CancellationToken.None));
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
        if (_process is null)
            return;
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<PluginUnderTest> StartProcessAsync(
        string binary, IReadOnlyDictionary<string, string?> environment, string engineAddress, TextWriter diagnostics)
    {
        var start = new ProcessStartInfo(binary, [engineAddress]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            if (value is not null)
                start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var port = await process.StandardOutput.ReadLineAsync();
        return new PluginUnderTest(process, diagnostics, int.Parse(port!, CultureInfo.InvariantCulture));
    }
}
