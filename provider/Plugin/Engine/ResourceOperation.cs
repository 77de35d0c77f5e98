using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>An operation on a resource. What an operation does not have is empty.</summary>
/// <param name="Context">The resource's surroundings.</param>
internal sealed record OperationRequest(ResourceContext Context)
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

/// <summary>What came of an operation.</summary>
/// <param name="Id">The resource's id; empty in the preview of a creation.</param>
/// <param name="State">The resource's state.</param>
internal sealed record OperationResponse(string Id, ObjectValue State)
{
    /// <summary>The inputs, where the operation tells them.</summary>
    public ObjectValue? Inputs { get; init; }

    /// <summary>What did not work.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <summary>A change that ended in an exception after the author had recorded a state.</summary>
/// <param name="answer">What was reached.</param>
/// <param name="cause">What ended it.</param>
internal sealed class InterruptedChangeException(OperationResponse answer, Exception cause) : Exception("The change was interrupted.", cause)
{
    /// <summary>What was reached.</summary>
    public OperationResponse Answer { get; } = answer;
}
