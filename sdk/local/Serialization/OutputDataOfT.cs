using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>What an output came to.</summary>
/// <param name="Value">The value; the type's default while it is unknown.</param>
/// <param name="Resources">The resources it was made from.</param>
/// <param name="IsKnown">False in a preview, where the value is not there before the deployment.</param>
/// <param name="IsSecret">Whether it must be stored and shown as a secret.</param>
internal readonly record struct OutputData<T>(T Value, ImmutableHashSet<Resource> Resources, bool IsKnown, bool IsSecret)
{
    public OutputData<TResult> Map<TResult>(Func<T, TResult> map) =>
        new(IsKnown ? map(Value) : default!, Resources, IsKnown, IsSecret);

    /// <summary>Leaves the value out, which may be a secret.</summary>
    public override string ToString() => $"{typeof(T).Name} (known: {IsKnown}, secret: {IsSecret})";
}
