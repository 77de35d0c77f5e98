namespace Pulumi;

/// <summary>The inputs of a resource, also of a value nested in them.</summary>
public abstract class ResourceArgs : InputArgs
{
    /// <summary>No inputs at all.</summary>
    public static readonly ResourceArgs Empty = new EmptyResourceArgs();

    private sealed class EmptyResourceArgs : ResourceArgs;
}
