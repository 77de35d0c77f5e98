using System.CommandLine;

namespace PulumiNumbers.Engine.Cli;

/// <summary>The options that every command has.</summary>
internal sealed class SessionOptions
{
    public Option<string> Cwd { get; } = new("--cwd", "-C") { Description = "The project's folder", DefaultValueFactory = _ => ".", Recursive = true };

    public Option<string?> Stack { get; } = new("--stack", "-s") { Description = "The stack; PULUMI_STACK, or dev", Recursive = true };

    public Option<string?> StateFolder { get; } = new("--state-dir")
    {
        Description = "The folder of the states; NUMBERS_ENGINE_STATE, or .state in the project's folder",
        Recursive = true,
    };

    public Option<string[]> PluginFolders { get; } = new("--plugin-dir") { Description = "A folder to look for plugins in; may be repeated", DefaultValueFactory = _ => [], Recursive = true };

    public void AddTo(Command command)
    {
        command.Options.Add(Cwd);
        command.Options.Add(Stack);
        command.Options.Add(StateFolder);
        command.Options.Add(PluginFolders);
    }
}
