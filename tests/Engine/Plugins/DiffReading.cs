using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using Pulumirpc;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>Understands a provider's answer to a diff, and stands in where it has none.</summary>
internal static class DiffReading
{
    public static DiffResult ToResult(DiffResponse answer, ResourceState old, PropertyMap news, IReadOnlyList<string> ignoreChanges)
    {
        if (answer.Changes == DiffResponse.Types.DiffChanges.DiffUnknown)
            return Compare(old.Inputs, Ignoring(news, old.Inputs, ignoreChanges)) with { ReplaceKeys = [.. answer.Replaces], DeleteBeforeReplace = answer.DeleteBeforeReplace };
        return new()
        {
            HasChanges = answer.Changes == DiffResponse.Types.DiffChanges.DiffSome,
            ReplaceKeys = [.. answer.Replaces],
            ChangedKeys = [.. answer.Diffs],
            DeleteBeforeReplace = answer.DeleteBeforeReplace,
            Detailed = answer.HasDetailedDiff
                ? answer.DetailedDiff.ToDictionary(d => d.Key, d => new DetailedChange(ToKind(d.Value.Kind), d.Value.InputDiff), StringComparer.Ordinal)
                : new(StringComparer.Ordinal),
        };
    }

    /// <summary>What differs between inputs, by top-level property; secrecy makes no difference.</summary>
    public static DiffResult Compare(PropertyMap olds, PropertyMap news)
    {
        string[] changed = [.. olds.Keys.Union(news.Keys, StringComparer.Ordinal).Where(k => !Equals(olds.Find(k)?.Reveal(), news.Find(k)?.Reveal()))];
        return new() { HasChanges = changed.Length > 0, ChangedKeys = changed };
    }

    /// <summary>New inputs with what is not to change taken from the old ones.</summary>
    public static PropertyMap Ignoring(PropertyMap news, PropertyMap olds, IReadOnlyList<string> ignoreChanges) =>
        ignoreChanges.Aggregate(news, (result, path) => PropertyPath.Parse(path).Reset(result, olds));

    private static ChangeKind ToKind(PropertyDiff.Types.Kind kind) => kind switch
    {
        PropertyDiff.Types.Kind.Add => ChangeKind.Add,
        PropertyDiff.Types.Kind.AddReplace => ChangeKind.AddReplace,
        PropertyDiff.Types.Kind.Delete => ChangeKind.Delete,
        PropertyDiff.Types.Kind.DeleteReplace => ChangeKind.DeleteReplace,
        PropertyDiff.Types.Kind.UpdateReplace => ChangeKind.UpdateReplace,
        _ => ChangeKind.Update,
    };
}
