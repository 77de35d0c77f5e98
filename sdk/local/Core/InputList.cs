using System.Collections;
using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// A list given to a resource, whose elements, or the list itself, may be outputs. Made for collection initialisers:
/// <c>Numbers = { "447700900000", other.Number }</c>.
/// </summary>
/// <typeparam name="T">The type of an element.</typeparam>
public sealed class InputList<T> : Input<ImmutableArray<T>>, IEnumerable, IAsyncEnumerable<Input<T>>
{
    // Kept as pieces until they are asked for: a list of ten thousand is not copied ten thousand times while it is filled.
    private readonly List<Output<ImmutableArray<Input<T>>>> _pieces;

    /// <summary>An empty list.</summary>
    public InputList()
        : this([])
    {
    }

    private InputList(List<Output<ImmutableArray<Input<T>>>> pieces) => _pieces = pieces;

    /// <summary>Adds elements.</summary>
    public void Add(params Input<T>[] inputs) => _pieces.Add(Output.Create(ImmutableArray.Create(inputs)));

    /// <summary>Adds all elements of another list; this overload is what lets a list stand in a collection initialiser.</summary>
    public void Add(InputList<T> inputs) => AddRange(inputs);

    /// <summary>Adds all elements of another list.</summary>
    public void AddRange(InputList<T> inputs) => _pieces.AddRange([.. inputs._pieces]);

    /// <summary>A new list: this one's elements, then the other's.</summary>
    public InputList<T> Concat(InputList<T> other) => new([.. _pieces, .. other._pieces]);

    /// <summary>The elements, once they are known; none while they are not.</summary>
    public async IAsyncEnumerator<Input<T>> GetAsyncEnumerator(CancellationToken cancellationToken)
    {
        var elements = await Elements().Data;
        if (!elements.IsKnown)
            yield break;

        foreach (var element in elements.Value)
            yield return element;
    }

    IEnumerator IEnumerable.GetEnumerator() =>
        throw new NotSupportedException("An input list has no elements before the deployment; enumerate it with await foreach.");

    internal override Output<ImmutableArray<T>> Flatten() => Elements().Apply(elements => Output.All(elements));

    private protected override IOutput Unwrap() => Elements();

    private Output<ImmutableArray<Input<T>>> Elements() => _pieces switch
    {
        [] => Output.Create(ImmutableArray<Input<T>>.Empty),
        [var only] => only,
        _ => Output.All(_pieces).Apply(pieces => pieces.SelectMany(piece => piece).ToImmutableArray()),
    };

    private static InputList<T> Of(Output<ImmutableArray<Input<T>>> elements) => new([elements]);

    private static InputList<T> Of(IEnumerable<Input<T>> elements) => Of(Output.Create(elements.ToImmutableArray()));

    private static InputList<T> Of<TList>(Output<TList> elements)
        where TList : IEnumerable<T> =>
        Of(elements.Apply(list => list.Select(element => (Input<T>)element).ToImmutableArray()));

    /// <summary>A list of one value.</summary>
    public static implicit operator InputList<T>(T value) => Of([(Input<T>)value]);

    /// <inheritdoc cref="op_Implicit(T)"/>
    public static implicit operator InputList<T>(Output<T> value) => Of([(Input<T>)value]);

    /// <inheritdoc cref="op_Implicit(T)"/>
    public static implicit operator InputList<T>(Input<T> value) => Of([value]);

    /// <summary>A list of the values.</summary>
    public static implicit operator InputList<T>(T[] values) => Of(values.Select(value => (Input<T>)value));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(Output<T>[] values) => Of(values.Select(value => (Input<T>)value));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(Input<T>[] values) => Of(values);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(List<T> values) => Of(values.Select(value => (Input<T>)value));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(List<Output<T>> values) => Of(values.Select(value => (Input<T>)value));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(List<Input<T>> values) => Of(values);

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => Of(values.Select(value => (Input<T>)value));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values) => Of(values.Select(value => (Input<T>)value));

    /// <inheritdoc cref="op_Implicit(T[])"/>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => Of(Output.Create(values));

    /// <summary>A list that is an output as a whole.</summary>
    public static implicit operator InputList<T>(Output<T[]> values) => Of(values);

    /// <inheritdoc cref="op_Implicit(Output{T[]})"/>
    public static implicit operator InputList<T>(Output<List<T>> values) => Of(values);

    /// <inheritdoc cref="op_Implicit(Output{T[]})"/>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => Of(values);

    /// <inheritdoc cref="op_Implicit(Output{T[]})"/>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => Of(values);
}
