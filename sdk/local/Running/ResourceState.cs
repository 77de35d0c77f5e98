using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Running;

/// <summary>What the engine answers about a resource.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Id">Its id; empty while it has none.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="IsComplete">Whether properties that are missing have no value; otherwise they are not known yet.</param>
internal sealed record ResourceState(string Urn, string Id, Struct Properties, bool IsComplete)
{
    /// <summary>Names no property's value: it may be a secret.</summary>
    public override string ToString() => Urn;
}
