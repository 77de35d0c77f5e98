using System.CommandLine;
using PulumiNumbers.Engine.Display;

namespace PulumiNumbers.Engine.Cli;

/// <summary>The engine's commands, named as those of <c>pulumi</c>.</summary>
internal static class CommandLine
{
    public static RootCommand Create(ConsoleSurface console, TimeProvider time)
    {
        var sessions = new SessionOptions();
        var root = new RootCommand("Deploys a Pulumi program without Pulumi: a test tool. Real deployments use Pulumi.");
        sessions.AddTo(root);
        var type = new Argument<string?>("type") { Description = "The resource's type, such as numbers:index:OwnedNumber", Arity = ArgumentArity.ZeroOrOne };
        var name = new Argument<string?>("name") { Description = "The name that it gets in the stack", Arity = ArgumentArity.ZeroOrOne };
        var id = new Argument<string?>("id") { Description = "The provider's id of it", Arity = ArgumentArity.ZeroOrOne };
        var file = new Option<string?>("--file") { Description = "A file that lists the resources to import, instead of one on the command line" };
        var protect = new Option<bool>("--protect") { Description = "Protect the resource from deletion", DefaultValueFactory = _ => true };

        root.Subcommands.Add(New("up", "Bring the stack to what the program describes", (session, _) => new(
            OperationLabels.Up,
            (engine, preview, how, ct) => preview ? engine.PreviewAsync(session.Program.Value, how, ct) : engine.UpAsync(session.Program.Value, how, ct))));
        root.Subcommands.Add(New("preview", "Say what 'up' would do", (session, _) => new(
            OperationLabels.Up,
            (engine, _, how, ct) => engine.PreviewAsync(session.Program.Value, how, ct)), isPreview: true));
        root.Subcommands.Add(New("refresh", "Bring the state to what the providers find", (_, _) => new(
            OperationLabels.Refresh,
            (engine, preview, how, ct) => engine.RefreshAsync(preview, how, ct))));
        root.Subcommands.Add(New("destroy", "Delete every resource of the stack", (_, _) => new(
            OperationLabels.Destroy,
            (engine, preview, how, ct) => engine.DestroyAsync(preview, how, ct))));
        var import = New("import", "Take existing resources into the stack", (session, arguments) => new(
            OperationLabels.Import,
            (engine, preview, how, ct) => engine.ImportAsync(EntriesOf(session, arguments), preview, how with { ProtectImports = arguments.GetValue(protect) }, ct)));
        import.Arguments.Add(type);
        import.Arguments.Add(name);
        import.Arguments.Add(id);
        import.Options.Add(protect);
        import.Options.Add(file);
        root.Subcommands.Add(import);
        root.Subcommands.Add(new StackCommand(sessions, console, time).Create());
        root.Subcommands.Add(new StateCommand(sessions, console, time).Create());
        return root;

        IReadOnlyList<ImportEntry> EntriesOf(Session session, ParseResult arguments) => arguments.GetValue(file) is { } path
            ? ImportEntry.ReadFile(File.ReadAllText(path), session.Crypter)
            : arguments.GetValue(id) is { } resourceId
                ? [new ImportEntry(arguments.GetValue(type)!, arguments.GetValue(name)!, resourceId)]
                : throw new EngineException("Give type, name and id of a resource, or --file.");

        Command New(string verb, string description, Func<Session, ParseResult, Verb> verbOf, bool isPreview = false) =>
            new DeployCommand(sessions, new DeployOptions(), console, time).Create(verb, description, verbOf, isPreview);
    }
}
