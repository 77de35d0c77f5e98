using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>An operation on a resource. What an operation does not have is empty.</summary>
/// <param name="Context">The resource's surroundings.</param>
internal sealed record OperationQuestion(ResourceContext Context)
{
    /// <summary>The resource's id.</summary>
    public string Id { get; init; } = "";

    /// <summary>The new inputs.</summary>
    public ObjectValue Inputs { get; init; } = ObjectValue.Empty;

    /// <summary>The inputs of the last run.</summary>
    public ObjectValue PriorInputs { get; init; } = ObjectValue.Empty;

    /// <summary>The state that was saved last.</summary>
    public ObjectValue State { get; init; } = ObjectValue.Empty;

    /// <summary>Whether nothing may be changed.</summary>
    public bool IsPreview { get; init; }

    /// <summary>Whether nothing but the id is known of an existing resource.</summary>
    public bool IsImport { get; init; }
}
