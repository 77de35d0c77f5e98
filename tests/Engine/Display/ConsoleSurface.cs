using Spectre.Console;

namespace PulumiNumbers.Engine.Display;

/// <summary>The console that commands speak to.</summary>
internal sealed class ConsoleSurface(IAnsiConsole console, TextReader input, TextWriter output, TextWriter error, bool isTerminal)
{
    // Wide enough for no line to be broken where there is no terminal.
    private const int Unbroken = 100_000;

    public TextReader In { get; } = input;

    public TextWriter Out { get; } = output;

    public TextWriter Error { get; } = error;

    /// <summary>Whether somebody sits there to be asked.</summary>
    public bool CanAsk { get; } = isTerminal && !Console.IsInputRedirected;

    public static ConsoleSurface System()
    {
        var isTerminal = !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is not "dumb";
        if (isTerminal)
            return new(AnsiConsole.Console, Console.In, Console.Out, Console.Error, isTerminal);
        return new(Plain(Console.Out), Console.In, Console.Out, Console.Error, isTerminal);
    }

    /// <summary>A console without colours that writes whole lines to a writer.</summary>
    public static IAnsiConsole Plain(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Unbroken;
        return console;
    }

    public bool Ask(string question) => console.Confirm(question, defaultValue: false);

    public IDisplay Display(bool json, bool isSilent, OperationLabels labels, string stack, ViewOptions view)
    {
        var report = new ReportWriter(console, view);
        return json ? new JsonDisplay(Out, view, isSilent)
            : isTerminal ? new LiveDisplay(console, report, labels, stack)
            : new LineDisplay(console, report, labels, stack);
    }
}
