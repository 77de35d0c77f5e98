namespace PulumiNumbers.Engine.Cli;

/// <summary>How the program ends.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>Ended by a second Ctrl-C.</summary>
    public const int Interrupted = 130;
}
