using System.CommandLine;

namespace PulumiNumbers.Emulator.Commands;

/// <summary>The program's command line: serve until stopped, or serve for as long as a command runs.</summary>
internal static class EmulatorCommands
{
    public static RootCommand Build()
    {
        var port = new Option<int>("--port") { Description = "TCP port on the loopback address; 0 picks a free one", Recursive = true };
        var state = new Option<string?>("--state") { Description = "File that keeps what the carriers hold between runs", Recursive = true };
        var owned = new Option<int>("--owned")
        {
            Description = "How many numbers, from 447700900000 on, the Vonage account rents from the start",
            DefaultValueFactory = _ => new EmulatorOptions().VonageOwnedNumbers,
            Recursive = true,
        };
        var profile = new Option<string>("--profile")
        {
            Description = "How the carriers behave: compliant, pessimistic or default",
            DefaultValueFactory = _ => "default",
            Recursive = true,
        };
        profile.AcceptOnlyFromAmong([.. EmulatorProfile.ByName.Keys]);
        var command = new Argument<string[]>("command")
        {
            Description = "A command and its arguments, behind --",
            Arity = ArgumentArity.OneOrMore,
        };

        var run = new Command("run", "Run a command with the emulator at its side; the command finds it by environment variables") { command };
        run.SetAction((parsed, cancel) => RunCommand.ExecuteAsync(Options(parsed), parsed.GetRequiredValue(command), cancel));
        var root = new RootCommand("Emulates four carriers of phone numbers on one local port.") { port, state, owned, profile, run };
        root.SetAction((parsed, cancel) => ServeCommand.ExecuteAsync(Options(parsed), Console.Out, cancel));
        return root;

        EmulatorOptions Options(ParseResult parsed) => new()
        {
            Port = parsed.GetValue(port),
            StateFile = parsed.GetValue(state),
            VonageOwnedNumbers = parsed.GetValue(owned),
            Behavior = EmulatorProfile.ByName[parsed.GetRequiredValue(profile)],
        };
    }
}
