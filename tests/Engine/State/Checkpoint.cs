namespace PulumiNumbers.Engine.State;

/// <summary>A stack's saved state: its resources, each after those that it depends on, and what was under way when the engine was stopped.</summary>
public sealed record Checkpoint(IReadOnlyList<ResourceState> Resources, IReadOnlyList<PendingOperation> PendingOperations)
{
    /// <summary>A stack that was never deployed.</summary>
    public static Checkpoint Empty { get; } = new([], []);

    /// <summary>The live resource of that URN, or null; those that only wait for their deletion are not found.</summary>
    public ResourceState? Find(Urn urn) => Resources.FirstOrDefault(r => r.Urn == urn && !r.Delete);

    /// <summary>The live resource of that name, or null.</summary>
    /// <exception cref="InvalidOperationException">Several bear the name.</exception>
    public ResourceState? Find(string name) => Resources.SingleOrDefault(r => !r.Delete && r.Custom && string.Equals(r.Urn.Name, name, StringComparison.Ordinal));

    /// <summary>The stack's own outputs.</summary>
    public Properties.PropertyMap Outputs => Resources.FirstOrDefault(r => string.Equals(r.Type, ResourceTypes.Stack, StringComparison.Ordinal))?.Outputs ?? [];
}

/// <summary>An operation that had begun when the engine was stopped and whose end is not known.</summary>
/// <param name="Resource">The resource as it was, or as it was to become where it is new.</param>
/// <param name="Kind">What was being done to it.</param>
public sealed record PendingOperation(ResourceState Resource, OperationKind Kind);

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
