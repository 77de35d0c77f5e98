using System.Diagnostics;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Engine.Projects;

namespace PulumiNumbers.Engine.Programs;

/// <summary>A program that runs as a process and finds the engine by its environment, as Pulumi's language hosts start it.</summary>
public abstract class ProcessProgram : IProgram
{
    /// <summary>The exit code of a program that has reported its error already.</summary>
    private const int FailedAfterSayingWhy = 32;

    /// <inheritdoc/>
    public async Task RunAsync(ProgramEnvironment environment, Action<string> output, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(output);
        var start = await PrepareAsync(environment, cancellationToken);
        Describe(environment, start.Environment);
        var code = await RunAsync(start, output, cancellationToken);
        if (code is FailedAfterSayingWhy)
            throw new EngineException("The program failed.");
        if (code is not 0)
            throw new EngineException($"The program ended with exit code {code.ToString(CultureInfo.InvariantCulture)}.");
    }

    /// <summary>Says how the program is started; builds it first where it must be.</summary>
    private protected abstract Task<ProcessStartInfo> PrepareAsync(ProgramEnvironment environment, CancellationToken cancellationToken);

    /// <summary>Runs a process to its end, or kills it with all its children.</summary>
    private protected static async Task<int> RunAsync(ProcessStartInfo start, Action<string> output, CancellationToken cancellationToken)
    {
        void Pass(object sender, DataReceivedEventArgs e)
        {
            if (e.Data is { } line)
                output(line);
        }

        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Pass;
        process.ErrorDataReceived += Pass;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            ProcessEnd.Kill(process);
            throw;
        }
        return process.ExitCode;
    }

    private static void Describe(ProgramEnvironment environment, IDictionary<string, string?> variables)
    {
        variables["PULUMI_MONITOR"] = environment.MonitorAddress;
        variables["PULUMI_ENGINE"] = environment.EngineAddress;
        variables["PULUMI_PROJECT"] = environment.Project;
        variables["PULUMI_STACK"] = environment.Stack;
        variables["PULUMI_ORGANIZATION"] = "organization";
        variables["PULUMI_DRY_RUN"] = environment.Preview ? "true" : "false";
        variables["PULUMI_QUERY_MODE"] = "false";
        variables["PULUMI_PARALLEL"] = environment.Parallel.ToString(CultureInfo.InvariantCulture);
        variables["PULUMI_CONFIG"] = new JObject(environment.Config.Select(c => new JProperty(c.Key, c.Value.Text))).ToString(Formatting.None);
        variables["PULUMI_CONFIG_SECRET_KEYS"] = new JArray(environment.Config.Where(c => c.Value.IsSecret).Select(c => c.Key)).ToString(Formatting.None);
    }
}

/// <summary>
/// A .NET program: the binary that the project names, or else a project that is built once and then run. A variable <c>CONFIGURATION</c> in the environment
/// chooses the build's configuration.
/// </summary>
public sealed class DotnetProgram(Project project) : ProcessProgram
{
    private string? _built;

    private protected override async Task<ProcessStartInfo> PrepareAsync(ProgramEnvironment environment, CancellationToken cancellationToken)
    {
        var binary = project.Binary ?? (_built ??= await BuildAsync(cancellationToken));
        var info = binary.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? OwnGroup.StartInfo("dotnet", [binary]) : OwnGroup.StartInfo(binary, []);
        info.WorkingDirectory = project.ProgramFolder;
        return info;
    }

    private async Task<string> BuildAsync(CancellationToken cancellationToken)
    {
        string[] configuration = Environment.GetEnvironmentVariable("CONFIGURATION") is { Length: > 0 } name ? ["--configuration", name] : [];
        var said = new StringBuilder();
        var info = OwnGroup.StartInfo("dotnet", ["build", "--nologo", "--verbosity", "quiet", "-target:Build", "-getProperty:TargetPath", .. configuration]);
        info.WorkingDirectory = project.ProgramFolder;
        var code = await RunAsync(info, line => Keep(said, line), cancellationToken);
        var text = said.ToString().Trim();
        return code == 0 && File.Exists(text) ? text : throw new EngineException($"The program in {project.ProgramFolder} does not build:\n{text}");
    }

    private static void Keep(StringBuilder said, string line)
    {
        lock (said)
            said.AppendLine(line);
    }
}

/// <summary>A Node.js program, run by the runner that the <c>@pulumi/pulumi</c> package brings.</summary>
public sealed class NodeProgram(Project project) : ProcessProgram
{
    private const string Runner = "node_modules/@pulumi/pulumi/cmd/run/index.js";

    private protected override Task<ProcessStartInfo> PrepareAsync(ProgramEnvironment environment, CancellationToken cancellationToken)
    {
        string[] arguments =
        [
            Locate(),
            "--monitor", environment.MonitorAddress,
            "--engine", environment.EngineAddress,
            "--organization", "organization",
            "--project", environment.Project,
            "--root-directory", project.Folder,
            "--stack", environment.Stack,
            "--pwd", project.ProgramFolder,
            "--parallel", environment.Parallel.ToString(CultureInfo.InvariantCulture),
        ];
        var info = OwnGroup.StartInfo("node", [.. arguments, .. environment.Preview ? ["--dry-run"] : Array.Empty<string>(), "."]);
        info.WorkingDirectory = project.ProgramFolder;
        return Task.FromResult(info);
    }

    private string Locate()
    {
        for (var folder = new DirectoryInfo(project.ProgramFolder); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, Runner);
            if (File.Exists(path))
                return path;
        }
        throw new EngineException($"The package @pulumi/pulumi is not installed in {project.ProgramFolder} or above it: run 'npm install' there.");
    }
}

/// <summary>The program of a project by its runtime.</summary>
internal static class ProgramOf
{
    public static IProgram Project(Project project) => project.Runtime switch
    {
        "dotnet" => new DotnetProgram(project),
        "nodejs" => new NodeProgram(project),
        _ => throw new EngineException($"This engine runs programs of the runtimes dotnet and nodejs, not '{project.Runtime}'. Use Pulumi for others."),
    };
}
