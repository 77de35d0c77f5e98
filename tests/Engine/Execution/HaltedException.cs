namespace PulumiNumbers.Engine.Execution;

/// <summary>A step did not begin, or ended in a failure that has been reported already; the program need not report it again.</summary>
internal sealed class HaltedException(string reason) : Exception(reason);
