using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>What the program wants one resource to be.</summary>
internal sealed record Goal
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public required bool Custom { get; init; }

    public Urn? Parent { get; init; }

    public PropertyMap Inputs { get; init; } = [];

    public IReadOnlyList<Urn> Dependencies { get; init; } = [];

    public IReadOnlyDictionary<string, IReadOnlyList<Urn>> PropertyDependencies { get; init; } = new Dictionary<string, IReadOnlyList<Urn>>(StringComparer.Ordinal);

    /// <summary>The reference of an explicit provider, or null for the default one.</summary>
    public string? Provider { get; init; }

    /// <summary>The version of the package that the program was written against; empty for any.</summary>
    public string Version { get; init; } = "";

    /// <summary>Null takes the parent's.</summary>
    public bool? Protect { get; init; }

    /// <summary>Null takes the parent's.</summary>
    public bool? RetainOnDelete { get; init; }

    /// <summary>Null leaves it to the provider.</summary>
    public bool? DeleteBeforeReplace { get; init; }

    public IReadOnlyList<string> IgnoreChanges { get; init; } = [];

    public IReadOnlyList<string> ReplaceOnChanges { get; init; } = [];

    public IReadOnlyList<string> AdditionalSecretOutputs { get; init; } = [];

    public Urn? DeletedWith { get; init; }

    public string ImportId { get; init; } = "";

    public CustomTimeouts CustomTimeouts { get; init; } = CustomTimeouts.None;

    /// <summary>Names that the resource may have had before.</summary>
    public IReadOnlyList<Urn> Aliases { get; init; } = [];
}

/// <summary>What the program learns of a resource that it registered.</summary>
/// <param name="Urn">Its name.</param>
/// <param name="Id">Its id; empty where a preview cannot know it.</param>
/// <param name="Outputs">Its state; in a preview what is missing is unknown.</param>
internal sealed record Registration(Urn Urn, string Id, PropertyMap Outputs);
