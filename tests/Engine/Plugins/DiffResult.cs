using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>The answer to a diff.</summary>
internal sealed record DiffResult
{
    /// <summary>Whether anything changes.</summary>
    public bool HasChanges { get; init; }

    /// <summary>The properties that make a replacement necessary.</summary>
    public IReadOnlyList<string> ReplaceKeys { get; init; } = [];

    /// <summary>The top-level properties that change.</summary>
    public IReadOnlyList<string> ChangedKeys { get; init; } = [];

    /// <summary>The changes by path, where the provider says them.</summary>
    public IReadOnlyDictionary<string, DetailedChange> Detailed { get; init; } = new Dictionary<string, DetailedChange>(StringComparer.Ordinal);

    /// <summary>Whether the old one must go before the new one can come.</summary>
    public bool DeleteBeforeReplace { get; init; }

    /// <summary>Whether the resource must be replaced.</summary>
    public bool Replaces => ReplaceKeys.Count > 0 || Detailed.Values.Any(c => c.Kind is ChangeKind.AddReplace or ChangeKind.DeleteReplace or ChangeKind.UpdateReplace);

    /// <summary>A replacement for a reason of the engine's own.</summary>
    public static DiffResult Replacement(string key) => new() { HasChanges = true, ReplaceKeys = [key], ChangedKeys = [key] };

    /// <summary>The lines to show for going from <paramref name="old"/> to new inputs.</summary>
    public IReadOnlyList<PropertyChange> ToChanges(ResourceState old, PropertyMap news) => Detailed.Count > 0
        ? [.. Detailed.Select(d => d.Value.ToChange(d.Key, old, news)).OrderBy(c => c.Path, PathOrder.Instance)]
        : [.. ChangedKeys.Union(ReplaceKeys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(k => ByKey(k, old, news))];

    private PropertyChange ByKey(string key, ResourceState old, PropertyMap news)
    {
        var before = old.Inputs.Find(key) ?? old.Outputs.Find(key);
        var after = news.Find(key);
        var replaces = ReplaceKeys.Contains(key, StringComparer.Ordinal);
        var kind = (before, after) switch
        {
            (null, not null) => replaces ? ChangeKind.AddReplace : ChangeKind.Add,
            (not null, null) => replaces ? ChangeKind.DeleteReplace : ChangeKind.Delete,
            _ => replaces ? ChangeKind.UpdateReplace : ChangeKind.Update,
        };
        return new PropertyChange(key, kind, before, after).Guarded();
    }
}
