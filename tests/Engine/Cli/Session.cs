using System.CommandLine;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Projects;
using PulumiNumbers.Engine.Secrets;

namespace PulumiNumbers.Engine.Cli;

/// <summary>The project and stack that a command line names, ready to be worked on.</summary>
internal sealed class Session
{
    private readonly EngineOptions _engine;

    private Session(Project project, EngineOptions engine)
    {
        Project = project;
        _engine = engine;
        Program = new(() => ProgramOf.Project(project));
    }

    public Project Project { get; }

    public string Stack => _engine.Stack;

    public ICrypter Crypter => _engine.Crypter;

    public TimeProvider TimeProvider => _engine.TimeProvider;

    /// <summary>The project's program; made once, so that a preview and its update share one build.</summary>
    public Lazy<IProgram> Program { get; }

    public static Session Open(ParseResult arguments, SessionOptions options, TimeProvider time)
    {
        var project = Project.Load(arguments.GetValue(options.Cwd)!);
        var stack = arguments.GetValue(options.Stack) ?? Environment.GetEnvironmentVariable("PULUMI_STACK") ?? "dev";
        var file = new StackFile(project, stack);
        var crypter = new StackCrypter(file, Environment.GetEnvironmentVariable);
        return new(project, new EngineOptions
        {
            Project = project.Name,
            Stack = stack,
            Config = file.ReadConfig(crypter),
            Crypter = crypter,
            TimeProvider = time,
            ProjectFolder = project.Folder,
            ProgramFolder = project.ProgramFolder,
            StateFolder = Path.GetFullPath(
                arguments.GetValue(options.StateFolder) ?? Environment.GetEnvironmentVariable("NUMBERS_ENGINE_STATE") ?? Path.Combine(project.Folder, ".state")),
            Plugins = AttachLauncher.FromEnvironment(
                Environment.GetEnvironmentVariable("PULUMI_DEBUG_PROVIDERS"),
                new ProcessLauncher(project.PluginFolders, [.. arguments.GetValue(options.PluginFolders)!.Select(Path.GetFullPath)], time)),
        });
    }

    /// <summary>An engine for the stack that tells the listener what it does.</summary>
    public StackEngine Engine(IEngineListener? listener = null, int parallel = 16) =>
        new(_engine with { Listener = listener ?? new EngineListener(), Parallel = parallel });
}

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
