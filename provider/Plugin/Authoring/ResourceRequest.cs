namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What the requests of all operations have in common.</summary>
public abstract record ResourceRequest
{
    /// <summary>The resource's surroundings.</summary>
    public required ResourceContext Context { get; init; }

    /// <summary>The resource's URN.</summary>
    public Urn Urn => Context.Urn;

    /// <summary>The name that the program gave the resource.</summary>
    public string Name => Context.Name;

    /// <summary>Where to say things to the user.</summary>
    public IResourceLog Log => Context.Log;
}
