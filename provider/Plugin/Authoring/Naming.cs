namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What the engine says about generating names for one resource.</summary>
/// <param name="ResourceName">The name that the program gave the resource.</param>
/// <param name="Seed">Random bytes, the same whenever the same resource is checked again in one run; empty from old engines.</param>
internal sealed record NamingRequest(string ResourceName, ReadOnlyMemory<byte> Seed)
{
    /// <summary>What the user wants.</summary>
    public NamingMode Mode { get; init; }

    /// <summary>The name by the user's own pattern; empty for none.</summary>
    public string ProposedName { get; init; } = "";
}

/// <summary>What the user wants of generated names.</summary>
internal enum NamingMode
{
    /// <summary>The proposed name is a suggestion.</summary>
    Propose,

    /// <summary>The proposed name it is, or an error.</summary>
    Enforce,

    /// <summary>No name is generated: the program must give one.</summary>
    Disable,
}
