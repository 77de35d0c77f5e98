namespace PulumiNumbers.Engine.State;

/// <summary>The operations that a checkpoint can record as pending; written in lower case.</summary>
public enum OperationKind
{
    /// <summary>A create.</summary>
    Creating,

    /// <summary>An update.</summary>
    Updating,

    /// <summary>A delete.</summary>
    Deleting,

    /// <summary>A read of a resource that the program looked up.</summary>
    Reading,

    /// <summary>A read of a resource to be adopted.</summary>
    Importing,
}
