using System.Linq.Expressions;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>The foretold state of a resource: what the operation will surely yield, and what only it can tell.</summary>
/// <typeparam name="TState">The resource's state.</typeparam>
public sealed class StatePreview<TState>
    where TState : class
{
    private readonly Dictionary<PropertyPath, PreviewValue> _amendments = [];

    /// <summary>The outputs that were said to be known or unknown, by path.</summary>
    internal IReadOnlyDictionary<PropertyPath, PreviewValue> Amendments => _amendments;

    /// <summary>Says that an output will have this value.</summary>
    /// <param name="property">The output, as in <c>state => state.MonthlyFee</c>.</param>
    /// <param name="value">The value that it will have.</param>
    public void Known<TValue>(Expression<Func<TState, TValue>> property, TValue value) =>
        _amendments[PropertyPath.Of(property)] = new PreviewValue(IsKnown: true, value);

    /// <summary>Says that an output will be known only after the operation.</summary>
    /// <param name="property">The output, as in <c>state => state.Number</c>.</param>
    public void Unknown<TValue>(Expression<Func<TState, TValue>> property) =>
        _amendments[PropertyPath.Of(property)] = new PreviewValue(IsKnown: false, Value: null);
}

/// <summary>What a preview says about one output.</summary>
internal readonly record struct PreviewValue(bool IsKnown, object? Value);
