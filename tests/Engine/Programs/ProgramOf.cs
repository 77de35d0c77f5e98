using PulumiNumbers.Engine.Projects;

namespace PulumiNumbers.Engine.Programs;

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
