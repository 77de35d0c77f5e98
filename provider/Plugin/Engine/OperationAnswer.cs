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
}

/// <summary>A change that ended in an exception after the author had recorded a state.</summary>
/// <param name="answer">What was reached.</param>
/// <param name="cause">What ended it.</param>
internal sealed class InterruptedChangeException(OperationAnswer answer, Exception cause) : Exception("The change was interrupted.", cause)
{
    /// <summary>What was reached.</summary>
    public OperationAnswer Answer { get; } = answer;
}
