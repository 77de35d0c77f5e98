using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine;

/// <summary>What came of a deployment or a preview.</summary>
public sealed record DeploymentResult
{
    /// <summary>Whether all went as planned.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>Whether it was a preview.</summary>
    public required bool IsPreview { get; init; }

    /// <summary>What was done, or would be, in the order in which it ended. Refresh steps are apart, in <see cref="Drift"/>.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>What a refresh found, resource by resource; those as known are <see cref="StepOp.Same"/>.</summary>
    public required IReadOnlyList<Step> Drift { get; init; }

    /// <summary>The steps that failed.</summary>
    public required IReadOnlyList<Step> Failed { get; init; }

    /// <summary>All that was said, status lines included.</summary>
    public required IReadOnlyList<Diagnostic> Diagnostics { get; init; }

    /// <summary>The stack's state afterwards; of a preview, as it would be.</summary>
    public required Checkpoint Checkpoint { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Whether anything is or would be other than it was: a step changes something, or a refresh found drift.</summary>
    public bool HasChanges => Steps.Any(s => s.IsChange && !s.IsInternal) || Drift.Any(s => s.IsChange);

    /// <summary>The stack's outputs.</summary>
    public PropertyMap Outputs => Checkpoint.Outputs;

    /// <summary>The messages of the errors.</summary>
    public IEnumerable<string> Errors => Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message);

    /// <summary>The step on the resource of that name that does or would do something, or its <see cref="StepOp.Same"/>.</summary>
    /// <exception cref="InvalidOperationException">There is no step of that name, or several.</exception>
    public Step StepOf(string name) => Steps.Single(s => string.Equals(s.Urn.Name, name, StringComparison.Ordinal) && s.Op != StepOp.DeleteReplaced);
}
