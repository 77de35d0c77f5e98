using System.Globalization;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>Attaches to plugins that already run, by package; for other packages asks the next launcher.</summary>
public sealed class AttachLauncher(IReadOnlyDictionary<string, string> addresses, IPluginLauncher? next = null) : IPluginLauncher
{
    /// <summary>Attaches to one plugin at <c>host:port</c>.</summary>
    public AttachLauncher(string package, string address)
        : this(new Dictionary<string, string>(StringComparer.Ordinal) { [package] = address })
    {
    }

    /// <summary>Reads <c>PULUMI_DEBUG_PROVIDERS</c>: <c>numbers:12345,other:12346</c>, ports on 127.0.0.1.</summary>
    /// <exception cref="EngineException">The variable is not of that form.</exception>
    public static IPluginLauncher FromEnvironment(string? variable, IPluginLauncher next) =>
        string.IsNullOrEmpty(variable) ? next : new AttachLauncher(variable.Split(',').Select(Entry).ToDictionary(StringComparer.Ordinal), next);

    /// <inheritdoc/>
    public Task<IPlugin> LaunchAsync(string package, string engineAddress, Action<string> output, CancellationToken cancellationToken) =>
        addresses.TryGetValue(package, out var address) ? Task.FromResult<IPlugin>(new AttachedPlugin(address))
        : next?.LaunchAsync(package, engineAddress, output, cancellationToken) ?? throw new EngineException($"There is no plugin for the package '{package}'.");

    private static KeyValuePair<string, string> Entry(string text) =>
        text.Split(':') is [var package, var port] && ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? KeyValuePair.Create(package, "127.0.0.1:" + port)
            : throw new EngineException($"PULUMI_DEBUG_PROVIDERS has '{text}', which is not of the form package:port.");
}

/// <summary>A plugin that somebody else runs, such as a test or a debugger; it is left running.</summary>
public sealed class AttachedPlugin(string address) : IPlugin
{
    /// <inheritdoc/>
    public string Address { get; } = address;

    /// <inheritdoc/>
    public int? ProcessId => null;

    /// <inheritdoc/>
    public bool NeedsAttach => true;

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
