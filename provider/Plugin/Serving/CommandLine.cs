namespace PulumiNumbers.Plugin.Serving;

/// <summary>The command line on which an engine starts a plugin.</summary>
/// <param name="EngineAddress">The engine's <c>host:port</c>; null where it is brought later, by Attach.</param>
internal sealed record CommandLine(string? EngineAddress)
{
    /// <summary>Takes the last argument that is an address. Flags mean nothing to this plugin, and neither do their values.</summary>
    public static CommandLine Parse(IReadOnlyList<string> args) => new(
        args.Count > 0 && args[^1] is var last && !last.StartsWith('-') && last.LastIndexOf(':') is > 0 and var colon
            && ushort.TryParse(last.AsSpan(colon + 1), out _) && !IsValueOfFlag(args)
            ? last
            : null);

    /// <summary>An endpoint for traces looks like an address, and stands last where there is none.</summary>
    private static bool IsValueOfFlag(IReadOnlyList<string> args) => args.Count > 1 && args[^2] is "--tracing" or "-tracing";
}
