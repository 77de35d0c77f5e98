using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Running;

/// <summary>What the engine tells a program through its environment.</summary>
internal sealed record ProgramSettings
{
    /// <summary>Where the resource monitor listens, <c>host:port</c>.</summary>
    public required string Monitor { get; init; }

    /// <summary>Where the engine's log listens, <c>host:port</c>.</summary>
    public required string Engine { get; init; }

    public required string Project { get; init; }

    public required string Stack { get; init; }

    public string Organization { get; init; } = "organization";

    /// <summary>Whether this is a preview.</summary>
    public bool IsDryRun { get; init; }

    /// <summary>The stack's configuration by full key, such as <c>numbers:kpnUrl</c>.</summary>
    public ImmutableDictionary<string, string> Config { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Reads the environment.</summary>
    /// <exception cref="InvalidOperationException">The program was not started by an engine.</exception>
    public static ProgramSettings FromEnvironment() => new()
    {
        Monitor = Required("PULUMI_MONITOR"),
        Engine = Required("PULUMI_ENGINE"),
        Project = Required("PULUMI_PROJECT"),
        Stack = Required("PULUMI_STACK"),
        Organization = Optional("PULUMI_ORGANIZATION") ?? "organization",
        IsDryRun = bool.TryParse(Optional("PULUMI_DRY_RUN"), out var isDryRun) && isDryRun,
        Config = ParseConfig(Optional("PULUMI_CONFIG")),
    };

    private static ImmutableDictionary<string, string> ParseConfig(string? json) => json is null
        ? ImmutableDictionary<string, string>.Empty
        : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!.ToImmutableDictionary(StringComparer.Ordinal);

    private static string? Optional(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string Required(string name) => Optional(name) ?? throw new InvalidOperationException(
        $"The program runs without an engine ({name} is not set): start it with `pulumi up` or `make up`.");
}
