using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Engine.Execution;

/// <summary>Applies the program's <c>replaceOnChanges</c> to what a provider says of a change.</summary>
internal static class ReplaceRules
{
    public static DiffResult Apply(DiffResult diff, IReadOnlyList<string> replaceOnChanges)
    {
        if (!diff.HasChanges || replaceOnChanges.Count == 0)
            return diff;
        PropertyPath[] rules = [.. replaceOnChanges.Select(PropertyPath.Parse)];
        bool Replaces(string path)
        {
            var changed = PropertyPath.Parse(path);
            return Array.Exists(rules, r => r.Covers(changed) || changed.Covers(r));
        }
        return diff with
        {
            ReplaceKeys = [.. diff.ReplaceKeys.Union(diff.ChangedKeys.Where(Replaces), StringComparer.Ordinal)],
            Detailed = diff.Detailed.ToDictionary(d => d.Key, d => Replaces(d.Key) ? d.Value with { Kind = Replacing(d.Value.Kind) } : d.Value, StringComparer.Ordinal),
        };
    }

    private static ChangeKind Replacing(ChangeKind kind) => kind switch
    {
        ChangeKind.Add => ChangeKind.AddReplace,
        ChangeKind.Delete => ChangeKind.DeleteReplace,
        ChangeKind.Update => ChangeKind.UpdateReplace,
        _ => kind,
    };
}
