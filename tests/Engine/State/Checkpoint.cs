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
