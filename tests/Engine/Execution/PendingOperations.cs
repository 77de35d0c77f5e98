using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>What an interrupted run left under way.</summary>
internal static class PendingOperations
{
    /// <summary>
    /// Warns of it, and lets go of what concerns resources that the state has: the next read or change of those finds out. Creates stay until the resource
    /// exists or a refresh has been made, since nothing else points to what they may have made.
    /// </summary>
    public static void Report(DeploymentContext context, Checkpoint last)
    {
        if (last.PendingOperations.Count == 0)
            return;
        var lines = last.PendingOperations.Select(o => $"\n    {o.Resource.Urn}, interrupted while {o.Kind.ToString().ToLowerInvariant()}");
        context.Events.Say(
            Severity.Warning,
            null,
            $"The last deployment was interrupted; these operations may or may not have had an effect:{string.Concat(lines)}\n  Creates are tried again; check with the carrier that nothing is left over.");
        context.State.ForgetPending(o => o.Kind != OperationKind.Creating);
    }
}
