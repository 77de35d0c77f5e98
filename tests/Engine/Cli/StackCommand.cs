using System.CommandLine;
using Newtonsoft.Json;
using PulumiNumbers.Engine.Display;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Cli;

/// <summary><c>stack output</c>, <c>stack export</c> and <c>stack import</c>: the saved state as it is.</summary>
internal sealed class StackCommand(SessionOptions sessions, ConsoleSurface console, TimeProvider time)
{
    private readonly Option<bool> _showSecrets = new("--show-secrets") { Description = "Show secrets as plain text" };
    private readonly Option<bool> _json = new("--json", "-j") { Description = "Write JSON" };
    private readonly Argument<string?> _output = new("name") { Description = "The output to show; all of them without a name", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _file = new("--file") { Description = "The file to read or write instead of the console" };

    public Command Create()
    {
        var output = new Command("output", "Show the stack's outputs") { _output, _showSecrets, _json };
        var export = new Command("export", "Write the stack's state") { _showSecrets, _file };
        var import = new Command("import", "Replace the stack's state") { _file };
        output.SetAction((arguments, _) => ExitAsync(arguments, ShowOutputsAsync));
        export.SetAction((arguments, _) => ExitAsync(arguments, ExportAsync));
        import.SetAction((arguments, _) => ExitAsync(arguments, ImportAsync));
        return new Command("stack", "Look at the stack's state") { output, export, import };
    }

    private async Task<int> ExitAsync(ParseResult arguments, Func<Session, ParseResult, Task<int>> action)
    {
        try
        {
            return await action(Session.Open(arguments, sessions, time), arguments);
        }
        catch (Exception e) when (e is EngineException or FormatException or System.Security.Cryptography.CryptographicException or JsonException)
        {
            await console.Error.WriteLineAsync("error: " + e.Message);
            return ExitCode.Failure;
        }
    }

    private async Task<int> ShowOutputsAsync(Session session, ParseResult arguments)
    {
        var outputs = session.Engine().Load().Outputs;
        var shown = PropertyJson.ToDisplay(outputs, arguments.GetValue(_showSecrets));
        if (arguments.GetValue(_output) is not { } name)
        {
            await console.Out.WriteLineAsync(arguments.GetValue(_json)
                ? shown.ToString(Formatting.Indented)
                : string.Join('\n', outputs.Select(o => $"{o.Key}: {PropertyText.Of(o.Value, arguments.GetValue(_showSecrets))}")));
            return ExitCode.Success;
        }
        var value = shown[name] ?? throw new EngineException($"The stack '{session.Stack}' has no output '{name}'.");
        await console.Out.WriteLineAsync(value.Type == Newtonsoft.Json.Linq.JTokenType.String && !arguments.GetValue(_json) ? (string)value! : value.ToString(Formatting.None));
        return ExitCode.Success;
    }

    private async Task<int> ExportAsync(Session session, ParseResult arguments)
    {
        var checkpoint = session.Engine().Load();
        var now = session.TimeProvider.GetUtcNow();
        var text = (arguments.GetValue(_showSecrets) ? CheckpointJson.WriteRevealed(checkpoint, now) : CheckpointJson.Write(checkpoint, session.Crypter, now))
            .ToString(Formatting.Indented);
        if (arguments.GetValue(_file) is { } file)
            await File.WriteAllTextAsync(file, text + "\n");
        else
            await console.Out.WriteLineAsync(text);
        return ExitCode.Success;
    }

    private async Task<int> ImportAsync(Session session, ParseResult arguments)
    {
        var text = arguments.GetValue(_file) is { } file ? await File.ReadAllTextAsync(file) : await console.In.ReadToEndAsync();
        session.Engine().Save(CheckpointJson.Read(text, session.Crypter));
        return ExitCode.Success;
    }
}

/// <summary><c>state taint</c> and <c>state untaint</c>: whether the next update replaces a resource.</summary>
internal sealed class StateCommand(SessionOptions sessions, ConsoleSurface console, TimeProvider time)
{
    private readonly Argument<string> _urn = new("urn") { Description = "The resource's URN" };

    public Command Create()
    {
        var taint = new Command("taint", "Have the next update replace a resource") { _urn };
        var untaint = new Command("untaint", "Have the next update not replace a tainted resource after all") { _urn };
        taint.SetAction((arguments, _) => ExitAsync(arguments, taint: true));
        untaint.SetAction((arguments, _) => ExitAsync(arguments, taint: false));
        return new Command("state", "Change the stack's state") { taint, untaint };
    }

    private async Task<int> ExitAsync(ParseResult arguments, bool taint)
    {
        try
        {
            Session.Open(arguments, sessions, time).Engine().Taint(Urn.Parse(arguments.GetValue(_urn)!), taint);
            return ExitCode.Success;
        }
        catch (Exception e) when (e is EngineException or FormatException or System.Security.Cryptography.CryptographicException or JsonException)
        {
            await console.Error.WriteLineAsync("error: " + e.Message);
            return ExitCode.Failure;
        }
    }
}
