using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>What came of an operation.</summary>
/// <param name="Id">The resource's id; empty in the preview of a creation.</param>
/// <param name="State">The resource's state.</param>
internal sealed record OperationAnswer(string Id, ObjectValue State)
{
    /// <summary>The inputs, where the operation tells them.</summary>
    public ObjectValue? Inputs { get; init; }

    /// <summary>What did not work.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Whether the engine shall read the resource before it plans its next change.</summary>
    public bool RefreshBeforeUpdate { get; init; }
}
