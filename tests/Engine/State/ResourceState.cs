using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Engine.State;

/// <summary>What a checkpoint keeps of one resource. The names are those of Pulumi's checkpoint format.</summary>
public sealed record ResourceState
{
    /// <summary>The resource's name in the stack.</summary>
    public required Urn Urn { get; init; }

    /// <summary>Whether a provider manages it; components and the stack itself have none.</summary>
    public required bool Custom { get; init; }

    /// <summary>The type token.</summary>
    public string Type => Urn.Type;

    /// <summary>The provider's id; empty for components.</summary>
    public string Id { get; init; } = "";

    /// <summary>The inputs as the provider's Check returned them.</summary>
    public PropertyMap Inputs { get; init; } = [];

    /// <summary>The provider's state.</summary>
    public PropertyMap Outputs { get; init; } = [];

    /// <summary>The parent, if any.</summary>
    public Urn? Parent { get; init; }

    /// <summary>A protected resource is neither deleted nor replaced.</summary>
    public bool Protect { get; init; }

    /// <summary>An external resource was read by the program and is never changed.</summary>
    public bool External { get; init; }

    /// <summary>Every resource that this one depends on.</summary>
    public IReadOnlyList<Urn> Dependencies { get; init; } = [];

    /// <summary>The dependencies by the property that brings them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Urn>> PropertyDependencies { get; init; } = new Dictionary<string, IReadOnlyList<Urn>>(StringComparer.Ordinal);

    /// <summary>The reference of the managing provider; null for components and providers.</summary>
    public ProviderReference? Provider { get; init; }

    /// <summary>What went wrong after the resource came into being; not empty forces an update.</summary>
    public IReadOnlyList<string> InitErrors { get; init; } = [];

    /// <summary>Deleted by the provider, to be created again under the same URN.</summary>
    public bool PendingReplacement { get; init; }

    /// <summary>Replaced by another of the same URN and still to be deleted.</summary>
    public bool Delete { get; init; }

    /// <summary>Marked by <c>state taint</c>: the next update replaces it.</summary>
    public bool Taint { get; init; }

    /// <summary>Outputs that are secret whatever the provider says.</summary>
    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>The resource's limits of time.</summary>
    public CustomTimeouts CustomTimeouts { get; init; } = CustomTimeouts.None;

    /// <summary>The id that the resource was imported with.</summary>
    public string ImportId { get; init; } = "";

    /// <summary>Forgotten instead of deleted.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>The resource whose deletion takes this one with it.</summary>
    public Urn? DeletedWith { get; init; }

    /// <summary>Properties whose changes in the program are not carried out.</summary>
    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    /// <summary>Properties whose changes replace.</summary>
    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>The provider wants a read before any further change.</summary>
    public bool RefreshBeforeUpdate { get; init; }

    /// <summary>When it was created or imported.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When its state changed last.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Whether this is a provider and not managed by one.</summary>
    public bool IsProvider => ResourceTypes.IsProvider(Type);

    /// <summary>Everything that must exist for as long as this does: parent, dependencies, provider, the resource it is deleted with.</summary>
    public IEnumerable<Urn> AllDependencies()
    {
        foreach (var urn in Dependencies.Concat(PropertyDependencies.Values.SelectMany(d => d)))
            yield return urn;
        if (Parent is { } parent)
            yield return parent;
        if (Provider is { } provider)
            yield return provider.Urn;
        if (DeletedWith is { } owner)
            yield return owner;
    }

    /// <summary>Whether the other says the same of the resource, member for member.</summary>
    public bool SameAs(ResourceState other) =>
        Dependencies.SequenceEqual(other.Dependencies)
        && InitErrors.SequenceEqual(other.InitErrors, StringComparer.Ordinal)
        && AdditionalSecretOutputs.SequenceEqual(other.AdditionalSecretOutputs, StringComparer.Ordinal)
        && IgnoreChanges.SequenceEqual(other.IgnoreChanges, StringComparer.Ordinal)
        && ReplaceOnChanges.SequenceEqual(other.ReplaceOnChanges, StringComparer.Ordinal)
        && PropertyDependencies.Count == other.PropertyDependencies.Count
        && PropertyDependencies.All(p => other.PropertyDependencies.TryGetValue(p.Key, out var urns) && p.Value.SequenceEqual(urns))
        && this == (other with
        {
            Dependencies = Dependencies,
            InitErrors = InitErrors,
            AdditionalSecretOutputs = AdditionalSecretOutputs,
            IgnoreChanges = IgnoreChanges,
            ReplaceOnChanges = ReplaceOnChanges,
            PropertyDependencies = PropertyDependencies,
        });
}

/// <summary>How long each operation on a resource may take, in seconds; 0 leaves it to the provider.</summary>
public sealed record CustomTimeouts(double Create = 0, double Update = 0, double Delete = 0, double Read = 0)
{
    /// <summary>No limits.</summary>
    public static CustomTimeouts None { get; } = new();
}

/// <summary>How a resource names the provider that manages it: <c>URN::ID</c>. The id is unknown in the preview of a new provider.</summary>
public readonly record struct ProviderReference(Urn Urn, string Id)
{
    /// <summary>Reads a reference.</summary>
    /// <exception cref="FormatException">It is not a URN followed by an id.</exception>
    public static ProviderReference Parse(string text)
    {
        var at = text.LastIndexOf("::", StringComparison.Ordinal);
        return at < 0 ? throw new FormatException($"'{text}' is not a provider reference.") : new(Urn.Parse(text[..at]), text[(at + 2)..]);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Urn}::{Id}";
}

/// <summary>The type tokens that an engine itself knows.</summary>
internal static class ResourceTypes
{
    public const string Stack = "pulumi:pulumi:Stack";
    private const string DefaultName = "default";
    private const string ProviderPrefix = "pulumi:providers:";

    public static bool IsProvider(string type) => type.StartsWith(ProviderPrefix, StringComparison.Ordinal);

    /// <summary>Whether it is a provider that the engine made because a resource named none: <c>default</c>, or <c>default_1_2_3</c> for a version.</summary>
    public static bool IsDefaultProvider(Urn urn) => IsProvider(urn.Type)
        && (urn.Name is DefaultName || urn.Name.StartsWith(DefaultName + "_", StringComparison.Ordinal));

    public static string DefaultProviderName(string version) =>
        version.Length > 0 ? $"{DefaultName}_{version.Replace('.', '_').Replace('-', '_').Replace('+', '_')}" : DefaultName;

    public static string ProviderOf(string package) => ProviderPrefix + package;

    /// <summary>The package that a resource or function token (<c>numbers:index:NumberPool</c>) or a provider type belongs to.</summary>
    public static string PackageOf(string token) => IsProvider(token) ? token[ProviderPrefix.Length..] : token.Split(':', 2)[0];
}
