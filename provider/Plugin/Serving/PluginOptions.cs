namespace PulumiNumbers.Plugin.Serving;

/// <summary>The surroundings of a plugin; the defaults are those of a process.</summary>
internal sealed record PluginOptions
{
    /// <summary>The clock that resources use.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;

    /// <summary>Takes the line with the port.</summary>
    public Stream Output { get; init; } = Stream.Null;

    /// <summary>Takes what only developers can use: where defects happened, never their words.</summary>
    public TextWriter Diagnostics { get; init; } = TextWriter.Null;
}
