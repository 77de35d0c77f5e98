using PulumiNumbers.Plugin.Checking;
using PulumiNumbers.Plugin.Logging;
using PulumiNumbers.Plugin.Resources;
using PulumiNumbers.Plugin.Values;

namespace PulumiNumbers.Plugin.Binding;

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
