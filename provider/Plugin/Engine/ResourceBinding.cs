using System.Reflection;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>A resource type as the service sees it: values in, values out.</summary>
/// <param name="args">The inputs.</param>
/// <param name="state">The state.</param>
internal abstract class ResourceBinding(RecordShape args, RecordShape state)
{
    /// <summary>The inputs.</summary>
    public RecordShape Args { get; } = args;

    /// <summary>The state.</summary>
    public RecordShape State { get; } = state;

    /// <summary>What the author calls a resource type.</summary>
    /// <exception cref="InvalidOperationException">The class does not carry the attribute.</exception>
    public static ResourceTypeAttribute TypeOf(Resource resource) => resource.GetType().GetCustomAttribute<ResourceTypeAttribute>()
        ?? throw new InvalidOperationException($"{resource.GetType().Name} carries no [ResourceType].");

    /// <summary>Whether the author says what could be imported.</summary>
    public abstract bool CanList { get; }

    /// <summary>Checks inputs.</summary>
    public abstract Task<CheckAnswer> CheckAsync(CheckQuestion question, CancellationToken cancellationToken);

    /// <summary>Compares a resource with its new inputs.</summary>
    public abstract ResourceDiff Diff(OperationQuestion question);

    /// <summary>Creates a resource, or foretells it.</summary>
    public abstract Task<OperationAnswer> CreateAsync(OperationQuestion question, CancellationToken cancellationToken);

    /// <summary>Reads a resource; null where it is gone.</summary>
    public abstract Task<OperationAnswer?> ReadAsync(OperationQuestion question, CancellationToken cancellationToken);

    /// <summary>Updates a resource, or foretells it.</summary>
    public abstract Task<OperationAnswer> UpdateAsync(OperationQuestion question, CancellationToken cancellationToken);

    /// <summary>Deletes a resource.</summary>
    public abstract Task DeleteAsync(OperationQuestion question, CancellationToken cancellationToken);

    /// <summary>Lists what could be imported.</summary>
    public abstract IAsyncEnumerable<ListedResource> ListAsync(ListRequest request, CancellationToken cancellationToken);
}
