namespace Pulumi;

/// <summary>Ends the program with a message for the user, shown without a stack trace.</summary>
public class RunException : Exception
{
    /// <summary>An error that the message explains fully.</summary>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>An error with its cause.</summary>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
