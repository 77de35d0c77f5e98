namespace Pulumi.Running;

/// <summary>What a program's exit code tells the engine.</summary>
internal static class ExitCode
{
    public const int Succeeded = 0;

    /// <summary>It failed, and the engine must say so.</summary>
    public const int Failed = 1;

    /// <summary>It failed, and the user has been told why.</summary>
    public const int FailedAndReported = 32;
}
