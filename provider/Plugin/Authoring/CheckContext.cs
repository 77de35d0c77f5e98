using System.Linq.Expressions;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>The inputs of a resource or a configuration as its author's check sees them, and the place to say what is wrong with them.</summary>
/// <typeparam name="TArgs">The inputs.</typeparam>
public sealed class CheckContext<TArgs>
    where TArgs : class
{
    private readonly List<CheckFailure> _failures = [];

    /// <summary>The inputs, decoded, with defaults and in normal form. One that is not known yet has its C# default: ask <see cref="IsKnown"/>.</summary>
    public required TArgs Inputs { get; init; }

    /// <summary>The checked inputs of the last run; null for a new resource.</summary>
    public TArgs? PriorInputs { get; init; }

    /// <summary>The URN of the resource or of the provider.</summary>
    public required Urn Urn { get; init; }

    /// <summary>Describes the inputs.</summary>
    internal RecordDescriptor Record { get; init; } = RecordDescriptor.None;

    /// <summary>Where to say things to the user.</summary>
    public IResourceLog Log { get; init; } = SilentLog.Instance;

    /// <summary>Where the inputs hold values that are not known yet.</summary>
    public UnknownPaths Unknowns { get; init; } = UnknownPaths.None;

    /// <summary>What was said to be wrong so far.</summary>
    public IReadOnlyList<CheckFailure> Failures => _failures;

    /// <summary>Whether an input is known, with everything in it.</summary>
    /// <param name="property">The input, as in <c>args => args.Number</c>.</param>
    public bool IsKnown(Expression<Func<TArgs, object?>> property) => Unknowns.IsKnown(PropertyPath.Of(property));

    /// <summary>The value of an input, without compiling the expression.</summary>
    /// <param name="property">The input, as in <c>args => args.Number</c>.</param>
    public object? ValueOf(Expression<Func<TArgs, object?>> property) => PropertyPath.Of(property).ValueIn(Record, Inputs);

    /// <summary>The value that an input had in the last run; null for a new resource.</summary>
    /// <param name="property">The input, as in <c>args => args.Number</c>.</param>
    public object? PriorValueOf(Expression<Func<TArgs, object?>> property) => PropertyPath.Of(property).ValueIn(Record, PriorInputs);

    /// <summary>Says that an input is wrong. Goes on, so that the user learns of everything at once.</summary>
    /// <param name="property">The input, as in <c>args => args.Number</c>.</param>
    /// <param name="reason">What is wrong and what would be right, as a sentence; never the value of a secret.</param>
    public void Fail(Expression<Func<TArgs, object?>> property, string reason) => Fail(PropertyPath.Of(property), reason);

    /// <summary>Says that a value inside an input is wrong.</summary>
    /// <param name="path">Where, e.g. <c>PropertyPath.Of&lt;Args&gt;(a => a.Numbers).Index(3)</c>.</param>
    /// <param name="reason">What is wrong and what would be right, as a sentence; never the value of a secret.</param>
    public void Fail(PropertyPath path, string reason) => _failures.Add(new CheckFailure(path, reason));
}

/// <summary>An input that is wrong.</summary>
/// <param name="Path">Which one.</param>
/// <param name="Reason">What is wrong and what would be right, as a sentence.</param>
public sealed record CheckFailure(PropertyPath Path, string Reason)
{
    /// <summary>Whether the input is required and there is none.</summary>
    internal bool IsMissing { get; init; }

    /// <summary>Whether the value is secret or holds a secret: engines print the value of a property that a failure names.</summary>
    internal bool IsSecret { get; init; }
}
