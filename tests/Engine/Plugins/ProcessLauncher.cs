using System.Diagnostics;
using System.Globalization;
using PulumiNumbers.Engine.Programs;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>
/// Starts plugins as processes. A plugin is looked for in the folder that the project names for it, then in the folders given, then on PATH, under the
/// name <c>pulumi-resource-PACKAGE</c>.
/// </summary>
public sealed class ProcessLauncher(IReadOnlyDictionary<string, string> projectFolders, IReadOnlyList<string> folders, TimeProvider time) : IPluginLauncher
{
    /// <inheritdoc/>
    public async Task<IPlugin> LaunchAsync(string package, string engineAddress, Action<string> output, CancellationToken cancellationToken) =>
        await PluginProcess.StartAsync(Locate(package), engineAddress, output, time, cancellationToken);

    private string Locate(string package)
    {
        var name = "pulumi-resource-" + package + (OperatingSystem.IsWindows() ? ".exe" : "");
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        IEnumerable<string> places = projectFolders.TryGetValue(package, out var own) ? [own, .. folders, .. path] : [.. folders, .. path];
        return places.Select(p => Path.Combine(p, name)).FirstOrDefault(File.Exists)
            ?? throw new EngineException(
                $"The plugin {name} was not found: name its folder under plugins.providers in Pulumi.yaml, give --plugin-dir, or put it on PATH."
                + (own is null ? "" : $" The project names {own}."));
    }
}

/// <summary>A plugin as a process of ours: started as Pulumi starts one, interrupted when no longer needed, killed when that does not help.</summary>
internal sealed class PluginProcess : IPlugin
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly TimeProvider _time;

    private PluginProcess(Process process, int port, TimeProvider time)
    {
        _process = process;
        _time = time;
        Address = "127.0.0.1:" + port.ToString(CultureInfo.InvariantCulture);
        ProcessId = process.Id;
    }

    public string Address { get; }

    public int? ProcessId { get; }

    public bool NeedsAttach => false;

    public static async Task<PluginProcess> StartAsync(
        string path, string engineAddress, Action<string> output, TimeProvider time, CancellationToken cancellationToken)
    {
        var port = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = new Process
        {
            StartInfo = OwnGroup.StartInfo(path, [engineAddress]),
            EnableRaisingEvents = true,
        };
        process.OutputDataReceived += (_, e) => Received(e.Data, port, output);
        process.ErrorDataReceived += (_, e) =>
        {
            if (e.Data is { } line)
                output(line);
        };
        process.Exited += (_, _) => port.TrySetException(new EngineException($"The plugin {path} ended before it said its port, with exit code {process.ExitCode}."));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            var line = await port.Task.WaitAsync(StartLimit, time, cancellationToken);
            return int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new PluginProcess(process, number, time)
                : throw new EngineException($"The plugin {path} printed '{line}' where its port was expected.");
        }
        catch (Exception e)
        {
            ProcessEnd.Kill(process);
            process.Dispose();
            throw e is TimeoutException ? new EngineException($"The plugin {path} did not say its port within {StartLimit.TotalSeconds} s.", e) : e;
        }
    }

    public void Kill() => ProcessEnd.Kill(_process);

    public async ValueTask DisposeAsync()
    {
        await ProcessEnd.InterruptAsync(_process, EndLimit, _time);
        _process.Dispose();
    }

    private static void Received(string? line, TaskCompletionSource<string> port, Action<string> output)
    {
        if (line is not null && !port.TrySetResult(line))
            output(line);
    }
}
