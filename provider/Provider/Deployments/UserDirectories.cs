namespace PulumiNumbers.Provider.Deployments;

/// <summary>Where the plugin keeps files of the user who runs it. Where the user has no home (some CI runners) the temporary folder serves.</summary>
internal static class UserDirectories
{
    private const string Name = "pulumi-resource-numbers";

    /// <summary>For what matters as long as an engine runs: <c>$XDG_RUNTIME_DIR</c>, else the temporary folder.</summary>
    public static string Runtime => Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } folder && Directory.Exists(folder)
        ? Path.Combine(folder, Name)
        : Path.Combine(Path.GetTempPath(), $"{Name}-{Environment.UserName}");

    /// <summary>For what must survive: <c>$XDG_STATE_HOME</c> or <c>~/.local/state</c>, on Windows the local application data.</summary>
    public static string State => Path.Combine(StateHome ?? Runtime, Name);

    private static string? StateHome
    {
        get
        {
            if (OperatingSystem.IsWindows())
                return NotEmpty(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData));
            return NotEmpty(Environment.GetEnvironmentVariable("XDG_STATE_HOME"))
                ?? (NotEmpty(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)) is { } home ? Path.Combine(home, ".local", "state") : null);
        }
    }

    private static string? NotEmpty(string? path) => string.IsNullOrEmpty(path) ? null : path;
}
