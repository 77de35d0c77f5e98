using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Display;

/// <summary>Steps in the order of a tree: each below its parent, siblings as they came.</summary>
internal static class ResourceTree
{
    public static IEnumerable<(Step Step, int Depth)> Order(IReadOnlyList<Step> steps)
    {
        var shown = steps.Select(s => s.Urn).ToHashSet();
        var children = steps.Where(s => ParentOf(s) is { } p && shown.Contains(p)).ToLookup(s => ParentOf(s)!.Value);
        return steps.Where(s => ParentOf(s) is not { } p || !shown.Contains(p)).SelectMany(s => Below(s, 0, children, []));
    }

    private static Urn? ParentOf(Step step) => (step.New ?? step.Old)?.Parent;

    // A resource that is replaced has two steps; its children stand below the first.
    private static IEnumerable<(Step Step, int Depth)> Below(Step step, int depth, ILookup<Urn, Step> children, HashSet<Urn> visited) =>
        visited.Add(step.Urn) ? children[step.Urn].SelectMany(c => Below(c, depth + 1, children, visited)).Prepend((step, depth)) : [(step, depth)];
}
