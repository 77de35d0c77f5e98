using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using Pulumirpc;

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

/// <summary>What a provider says of one path.</summary>
/// <param name="Kind">What happens there.</param>
/// <param name="ComparesInputs">Whether old inputs were compared and not the state.</param>
internal sealed record DetailedChange(ChangeKind Kind, bool ComparesInputs)
{
    /// <summary>The same seen from the other side: what was added is what went.</summary>
    public DetailedChange Invert() => this with
    {
        Kind = Kind switch
        {
            ChangeKind.Add or ChangeKind.AddReplace => ChangeKind.Delete,
            ChangeKind.Delete or ChangeKind.DeleteReplace => ChangeKind.Add,
            _ => ChangeKind.Update,
        },
    };

    /// <summary>The change with the values of both sides.</summary>
    public PropertyChange ToChange(string path, ResourceState old, PropertyMap news) =>
        ToChange(path, ComparesInputs ? old.Inputs : old.Outputs, old.Inputs, news);

    /// <summary>The change with its values looked up on both sides, in <paramref name="otherwise"/> where the old side lacks it.</summary>
    public PropertyChange ToChange(string path, PropertyMap olds, PropertyMap otherwise, PropertyMap news)
    {
        var parsed = PropertyPath.Parse(path);
        var isAdd = Kind is ChangeKind.Add or ChangeKind.AddReplace;
        var isDelete = Kind is ChangeKind.Delete or ChangeKind.DeleteReplace;
        return new PropertyChange(path, Kind, isAdd ? null : parsed.Find(olds) ?? parsed.Find(otherwise), isDelete ? null : parsed.Find(news)).Guarded();
    }
}

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
        string[] changed = [.. olds.Keys.Union(news.Keys, StringComparer.Ordinal).Where(k => !Equals(olds.Find(k)?.Unwrapped(), news.Find(k)?.Unwrapped()))];
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
