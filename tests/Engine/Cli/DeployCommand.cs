using System.CommandLine;
using PulumiNumbers.Engine.Display;

namespace PulumiNumbers.Engine.Cli;

/// <summary>Runs one of the deploying verbs: preview, the question whether to go ahead, the deployment itself, the verdict.</summary>
internal sealed class DeployCommand(SessionOptions sessions, DeployOptions options, ConsoleSurface console, TimeProvider time)
{
    /// <summary>Makes the command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">Its description.</param>
    /// <param name="verbOf">What it does in a session.</param>
    /// <param name="isPreview">Whether it only ever previews.</param>
    public Command Create(string name, string description, Func<Session, ParseResult, Verb> verbOf, bool isPreview = false)
    {
        var command = new Command(name, description);
        options.AddTo(command);
        command.SetAction((arguments, _) => ExitAsync(arguments, verbOf, isPreview));
        return command;
    }

    private async Task<int> ExitAsync(ParseResult arguments, Func<Session, ParseResult, Verb> verbOf, bool isPreview)
    {
        using var interruption = new Interruption(console.Error);
        try
        {
            var session = Session.Open(arguments, sessions, time);
            return await RunAsync(session, arguments, verbOf(session, arguments), isPreview || arguments.GetValue(options.PreviewOnly), interruption.Token);
        }
        catch (Exception e) when (e is EngineException or FormatException or System.Security.Cryptography.CryptographicException or Newtonsoft.Json.JsonException)
        {
            await console.Error.WriteLineAsync("error: " + e.Message);
            return ExitCode.Failure;
        }
    }

    private async Task<int> RunAsync(Session session, ParseResult arguments, Verb verb, bool previewOnly, CancellationToken cancellationToken)
    {
        var expectNothing = arguments.GetValue(options.ExpectNoChanges);
        if (previewOnly || !arguments.GetValue(options.SkipPreview))
        {
            var preview = await ShowAsync(session, arguments, verb, preview: true, last: previewOnly, cancellationToken);
            if (!preview.Succeeded)
                return ExitCode.Failure;
            if (expectNothing && preview.HasChanges)
                return await RefuseAsync("no changes were expected, but there would be some");
            if (previewOnly)
                return ExitCode.Success;
        }
        if (!arguments.GetValue(options.Yes))
        {
            if (!console.CanAsk)
                return await RefuseAsync("--yes must be given where nobody can be asked");
            if (!console.Ask(verb.Labels.Question))
                return await RefuseAsync("nothing was done");
        }
        var result = await ShowAsync(session, arguments, verb, preview: false, last: true, cancellationToken);
        if (!result.Succeeded)
            return ExitCode.Failure;
        return expectNothing && result.HasChanges ? await RefuseAsync("no changes were expected, but there were some") : ExitCode.Success;
    }

    private async Task<DeploymentResult> ShowAsync(Session session, ParseResult arguments, Verb verb, bool preview, bool last, CancellationToken cancellationToken)
    {
        var view = new ViewOptions(arguments.GetValue(options.Diff), arguments.GetValue(options.ShowSecrets));
        await using var display = console.Display(arguments.GetValue(options.Json), isSilent: arguments.GetValue(options.Json) && !last, verb.Labels, session.Stack, view);
        display.Begin(preview);
        var engine = session.Engine(display, arguments.GetValue(options.Parallel));
        var result = await verb.Run(engine, preview, options.Read(arguments), cancellationToken);
        await display.EndAsync(result);
        return result;
    }

    private async Task<int> RefuseAsync(string reason)
    {
        await console.Error.WriteLineAsync("error: " + reason);
        return ExitCode.Failure;
    }
}

/// <summary>What a deploying command does, and how it speaks of it.</summary>
/// <param name="Labels">How it is called in headings.</param>
/// <param name="Run">Does it with an engine, or previews it.</param>
internal sealed record Verb(OperationLabels Labels, Func<StackEngine, bool, DeploymentOptions, CancellationToken, Task<DeploymentResult>> Run);

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>Ended by a second Ctrl-C.</summary>
    public const int Interrupted = 130;
}
