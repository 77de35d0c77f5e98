namespace PulumiNumbers.Emulator.Log;

/// <summary>How a request ended.</summary>
public enum RequestOutcome
{
    /// <summary>It has not ended.</summary>
    Running,

    /// <summary>An answer went out, whole.</summary>
    Answered,

    /// <summary>A fault cut the connection.</summary>
    Reset,

    /// <summary>The client hung up first.</summary>
    Abandoned,
}
