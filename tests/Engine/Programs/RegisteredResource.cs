using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Rpc.Values;

namespace PulumiNumbers.Engine.Programs;

/// <summary>A resource that the engine has brought about, or in a preview planned.</summary>
/// <param name="Urn">Its name.</param>
/// <param name="Id">Its id; empty where a preview cannot know it.</param>
/// <param name="Outputs">Its state as far as it is known.</param>
/// <param name="IsPreview">Whether what is missing will come with the real update.</param>
public sealed record RegisteredResource(Urn Urn, string Id, PropertyMap Outputs, bool IsPreview)
{
    /// <summary>An output; in a preview one that is missing is unknown.</summary>
    /// <exception cref="KeyNotFoundException">There is no such output.</exception>
    public PropertyValue this[string name] => Outputs.Find(name)
        ?? (IsPreview ? PropertyValue.Unknown : throw new KeyNotFoundException($"{Urn.Name} has no output '{name}'."));

    /// <summary>How other resources name it where it is a provider.</summary>
    public string Reference => $"{Urn}::{(Id.Length > 0 ? Id : UnknownSentinels.Any)}";
}
