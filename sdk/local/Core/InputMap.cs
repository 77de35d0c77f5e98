using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A map with string keys given to a resource, whose values, or the map itself, may be outputs. Made for collection initialisers:
/// <c>CallQueues = { ["queue"] = new[] { "1001" } }</c>.
/// </summary>
/// <typeparam name="TValue">The type of a value.</typeparam>
public sealed class InputMap<TValue> : Input<ImmutableDictionary<string, TValue>>, IEnumerable, IAsyncEnumerable<Input<KeyValuePair<string, TValue>>>
{
    private readonly List<Output<ImmutableDictionary<string, Input<TValue>>>> _pieces;

    /// <summary>An empty map.</summary>
    public InputMap()
        : this([])
    {
    }

    private InputMap(List<Output<ImmutableDictionary<string, Input<TValue>>>> pieces) => _pieces = pieces;

    /// <summary>Adds a value under a key that is not there yet.</summary>
    public Input<TValue> this[string key]
    {
        set => Add(key, value);
    }

    /// <summary>Adds a value under a key; a key that is there already is an error when the map is used.</summary>
    public void Add(string key, Input<TValue> value) =>
        _pieces.Add(Output.Create(ImmutableDictionary<string, Input<TValue>>.Empty.Add(key, value)));

    /// <summary>Adds all entries of another map; this overload is what lets a map stand in a collection initialiser.</summary>
    public void Add(InputMap<TValue> values) => AddRange(values);

    /// <summary>Adds all entries of another map.</summary>
    public void AddRange(InputMap<TValue> values) => _pieces.AddRange([.. values._pieces]);

    /// <summary>The entries, once they are known; none while they are not.</summary>
    public async IAsyncEnumerator<Input<KeyValuePair<string, TValue>>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var entries = await Entries().Data;
        if (!entries.IsKnown)
            yield break;

        foreach (var (key, value) in entries.Value)
            yield return value.Apply(known => KeyValuePair.Create(key, known));
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An input map has no entries before the deployment; enumerate it with await foreach.");

    internal override Output<ImmutableDictionary<string, TValue>> Flatten() => Entries().Apply(entries =>
        Output.All(entries.Select(entry => entry.Value.Apply(value => KeyValuePair.Create(entry.Key, value))))
            .Apply(pairs => ImmutableDictionary.CreateRange(StringComparer.Ordinal, pairs)));

    private protected override IOutput Unwrap() => Entries();

    private Output<ImmutableDictionary<string, Input<TValue>>> Entries() => Output.All(_pieces).Apply(Union);

    private static ImmutableDictionary<string, Input<TValue>> Union(ImmutableArray<ImmutableDictionary<string, Input<TValue>>> pieces)
    {
        var union = ImmutableDictionary.CreateBuilder<string, Input<TValue>>(StringComparer.Ordinal);
        foreach (var (key, value) in pieces.SelectMany(piece => piece))
        {
            if (!union.TryAdd(key, value))
                throw new RunException($"The key '{key}' is given twice in one map.");
        }

        return union.ToImmutable();
    }

    private static InputMap<TValue> Of<TMap>(Output<TMap> values)
        where TMap : IEnumerable<KeyValuePair<string, TValue>> =>
        new([values.Apply(map => map.ToImmutableDictionary(entry => entry.Key, entry => (Input<TValue>)entry.Value, StringComparer.Ordinal))]);

    /// <summary>A map of the values.</summary>
    public static implicit operator InputMap<TValue>(Dictionary<string, TValue> values) => Of(Output.Create(values));

    /// <inheritdoc cref="op_Implicit(Dictionary{string, TValue})"/>
    public static implicit operator InputMap<TValue>(ImmutableDictionary<string, TValue> values) => Of(Output.Create(values));

    /// <summary>A map that is an output as a whole.</summary>
    public static implicit operator InputMap<TValue>(Output<Dictionary<string, TValue>> values) => Of(values);

    /// <inheritdoc cref="op_Implicit(Output{Dictionary{string, TValue}})"/>
    public static implicit operator InputMap<TValue>(Output<IDictionary<string, TValue>> values) => Of(values);

    /// <inheritdoc cref="op_Implicit(Output{Dictionary{string, TValue}})"/>
    public static implicit operator InputMap<TValue>(Output<ImmutableDictionary<string, TValue>> values) => Of(values);
}
