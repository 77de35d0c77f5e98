namespace Pulumi;

/// <summary>The engine ended the run; it has told the user why, so that the program has nothing to add.</summary>
internal sealed class MonitorClosedException(string message, Exception cause) : Exception(message, cause);
