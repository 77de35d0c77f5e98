namespace PulumiNumbers.Plugin.Model;

/// <summary>
/// What was made of values within one call. A Diff brings the same large collection up to three times; equal ones are read, brought into
/// normal form and decoded once.
/// </summary>
internal sealed class SharedValues
{
    private readonly Dictionary<(PropertyValue Value, Type Shape), object?> _made = new(Comparer.Instance);

    /// <summary>What was made of this very value for this type before, or else what is made of it now.</summary>
    public T GetOrMake<T>(PropertyValue value, TypeDescriptor shape, Func<T> make)
    {
        if (value is not (ArrayValue or ObjectValue) || shape is RecordDescriptor)
            return make();
        var key = (value, shape.GetType());
        if (_made.TryGetValue(key, out var made) && made is T known)
            return known;
        var result = make();
        _made[key] = result;
        return result;
    }

    private sealed class Comparer : IEqualityComparer<(PropertyValue Value, Type Shape)>
    {
        public static Comparer Instance { get; } = new();

        public bool Equals((PropertyValue Value, Type Shape) x, (PropertyValue Value, Type Shape) y) =>
            ReferenceEquals(x.Value, y.Value) && x.Shape == y.Shape;

        public int GetHashCode((PropertyValue Value, Type Shape) obj) => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(obj.Value);
    }
}
