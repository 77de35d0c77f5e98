namespace PulumiNumbers.Engine.Plugins;

/// <summary>
/// Starts plugins as processes. A plugin is looked for in the folder that the project names for it, then in the folders given, then on PATH, under the
/// name <c>pulumi-resource-PACKAGE</c>.
/// </summary>
public sealed class ProcessLauncher(IReadOnlyDictionary<string, string> projectFolders, IReadOnlyList<string> folders, TimeProvider time) : IPluginLauncher
{
    /// <inheritdoc/>
    public async Task<IPlugin> LaunchAsync(string package, string engineAddress, Action<string> output, CancellationToken cancellationToken) =>
        await PluginProcess.StartAsync(Locate(package), engineAddress, output, time, cancellationToken);

    private string Locate(string package)
    {
        var name = "pulumi-resource-" + package + (OperatingSystem.IsWindows() ? ".exe" : "");
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        IEnumerable<string> places = projectFolders.TryGetValue(package, out var own) ? [own, .. folders, .. path] : [.. folders, .. path];
        return places.Select(p => Path.Combine(p, name)).FirstOrDefault(File.Exists)
            ?? throw new EngineException(
                $"The plugin {name} was not found: name its folder under plugins.providers in Pulumi.yaml, give --plugin-dir, or put it on PATH."
                + (own is null ? "" : $" The project names {own}."));
    }
}
