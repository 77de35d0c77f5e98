using System.Diagnostics;
using System.Text;
using PulumiNumbers.Engine.Projects;

namespace PulumiNumbers.Engine.Programs;

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
