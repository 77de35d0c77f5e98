namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A resource that exists and could be imported.</summary>
/// <param name="Id">The id to import it by.</param>
/// <param name="Name">A name that tells a person which one it is.</param>
public sealed record ListedResource(string Id, string Name);
