using System.Diagnostics;
using System.Globalization;
using PulumiNumbers.Engine.Projects;

namespace PulumiNumbers.Engine.Programs;

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
