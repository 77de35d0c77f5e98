using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Runs a provider as an engine starts it.</summary>
public static class PluginHost
{
    /// <summary>How long operations may take to save what they reached: engines kill a plugin 5 s after they interrupt it.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(4);

    /// <summary>
    /// Serves the provider on a loopback port, which it writes to standard output, until a signal ends it or its engine is gone. Started
    /// without an engine's address it serves the engines that attach, one after the other, until a signal ends it.
    /// </summary>
    /// <param name="definition">The provider.</param>
    /// <param name="args">The command line: flags, which are ignored, and last the engine's address, if there is one yet.</param>
    /// <param name="timeProvider">The clock that resources use.</param>
    /// <param name="cancellationToken">Ends the plugin as a signal does.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(
        ProviderDefinition definition, IReadOnlyList<string> args, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(args);
        new CrashReporter(Console.Error).InstallHandler();
        await using var output = Console.OpenStandardOutput();
        var options = new PluginOptions { TimeProvider = timeProvider ?? TimeProvider.System, Diagnostics = Console.Error, Output = output };
        return await RunAsync(definition, CommandLine.Parse(args), options, cancellationToken);
    }

    /// <inheritdoc cref="RunAsync(ProviderDefinition, IReadOnlyList{string}, TimeProvider?, CancellationToken)"/>
    internal static async Task<int> RunAsync(
        ProviderDefinition definition, CommandLine commandLine, PluginOptions options, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, EndGracefully);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, EndGracefully);

        await using var server = new PluginServer(definition, options);
        if (commandLine.EngineAddress is { } address)
            server.ConnectTo(address);
        await ServeAsync(server, commandLine, options.Output, end.Token);

        using var grace = new CancellationTokenSource(Grace);
        await server.StopAsync(grace.Token);
        return 0;

        void EndGracefully(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.Cancel();
        }
    }

    /// <summary>Nothing may stand before the port on standard output, and nothing else in its line.</summary>
    private static async Task AnnounceAsync(Stream output, int port, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.ASCII.GetBytes(port.ToString(CultureInfo.InvariantCulture) + "\n"), cancellationToken);
        await output.FlushAsync(cancellationToken);
    }

    private static async Task ServeAsync(PluginServer server, CommandLine commandLine, Stream output, CancellationToken end)
    {
        try
        {
            await AnnounceAsync(output, await server.StartAsync(end), end);
            if (commandLine.EngineAddress is { } address)
                await new EngineLivenessProbe(address, TimeProvider.System).WaitForEndAsync(end);
            else
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, end);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // A signal ends the waiting, and may come as early as before the port has been written.
        }
    }
}

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
