using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Inputs to be checked.</summary>
/// <param name="Urn">Whose inputs they are.</param>
/// <param name="Given">What the program gave.</param>
/// <param name="Log">Where to say things to the user.</param>
internal sealed record CheckQuestion(Urn Urn, ObjectValue Given, IResourceLog Log)
{
    /// <summary>The checked inputs of the last run; null for something new.</summary>
    public ObjectValue? Prior { get; init; }

    /// <summary>How to generate names.</summary>
    public NamingRequest Naming { get; init; } = new("", ReadOnlyMemory<byte>.Empty);
}
