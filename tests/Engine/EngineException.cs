namespace PulumiNumbers.Engine;

/// <summary>A failure that the message explains to the user; it needs no stack trace.</summary>
public sealed class EngineException : Exception
{
    /// <summary>A failure without a message.</summary>
    public EngineException()
    {
    }

    /// <summary>A failure with its explanation.</summary>
    public EngineException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its explanation and its cause.</summary>
    public EngineException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
