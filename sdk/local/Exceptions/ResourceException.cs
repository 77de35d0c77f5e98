namespace Pulumi;

/// <summary>Ends the program with a message that is shown beside a resource.</summary>
public class ResourceException : Exception
{
    /// <summary>An error of one resource.</summary>
    /// <param name="message">What the user reads.</param>
    /// <param name="resource">The resource that it belongs to.</param>
    /// <param name="hideStack">Whether the stack trace is left out.</param>
    public ResourceException(string message, Resource? resource, bool hideStack = false)
        : base(message)
    {
        Resource = resource;
        HideStack = hideStack;
    }

    internal ResourceException(string message, Resource resource, Exception cause)
        : base(message, cause)
    {
        Resource = resource;
        HideStack = true;
    }

    internal Resource? Resource { get; }

    internal bool HideStack { get; }
}
