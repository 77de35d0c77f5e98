using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Gathers what holds for a value that is made of several outputs.</summary>
internal sealed class OutputTraits
{
    private readonly ImmutableHashSet<Resource>.Builder _resources = ImmutableHashSet.CreateBuilder<Resource>();
    private bool _isKnown = true;
    private bool _isSecret;

    public T Take<T>(OutputData<T> part)
    {
        _resources.UnionWith(part.Resources);
        _isKnown &= part.IsKnown;
        _isSecret |= part.IsSecret;
        return part.Value;
    }

    public OutputData<T> Describe<T>(T whole) => new(whole, _resources.ToImmutable(), _isKnown, _isSecret);
}
