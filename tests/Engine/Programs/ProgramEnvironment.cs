using PulumiNumbers.Engine.Projects;

namespace PulumiNumbers.Engine.Programs;

/// <summary>What a program needs to know to be deployed.</summary>
/// <param name="MonitorAddress">The resource monitor, as <c>host:port</c>.</param>
/// <param name="EngineAddress">The engine's log, as <c>host:port</c>.</param>
/// <param name="Project">The project's name.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Preview">Whether nothing will be changed.</param>
/// <param name="Parallel">How many operations may be under way at once.</param>
/// <param name="Config">The configuration, keys in full.</param>
public sealed record ProgramEnvironment(
    string MonitorAddress,
    string EngineAddress,
    string Project,
    string Stack,
    bool Preview,
    int Parallel,
    IReadOnlyDictionary<string, ConfigValue> Config);
