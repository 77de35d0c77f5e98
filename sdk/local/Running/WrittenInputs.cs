using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Running;

/// <summary>Named values in the protocol's form.</summary>
/// <param name="Values">The values.</param>
/// <param name="Dependencies">What each was made from.</param>
/// <param name="HasUnknowns">Whether part of them is not known yet.</param>
/// <param name="HasSecrets">Whether part of them is a secret.</param>
internal sealed record WrittenInputs(
    Struct Values,
    IReadOnlyDictionary<string, IReadOnlySet<Resource>> Dependencies,
    bool HasUnknowns,
    bool HasSecrets)
{
    /// <summary>Names no value: it may be a secret.</summary>
    public override string ToString() => $"{Values.Fields.Count} inputs";
}
