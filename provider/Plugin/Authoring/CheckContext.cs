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

    /// <summary>Where to say things to the user.</summary>
    public IResourceLog Log { get; init; } = SilentLog.Instance;

    /// <summary>Where the inputs hold values that are not known yet.</summary>
    public UnknownPaths Unknowns { get; init; } = UnknownPaths.None;

    /// <summary>What was said to be wrong so far.</summary>
    public IReadOnlyList<CheckFailure> Failures => _failures;

    /// <summary>Whether an input is known, with everything in it.</summary>
    /// <param name="property">The input, as in <c>args => args.Number</c>.</param>
    public bool IsKnown(Expression<Func<TArgs, object?>> property) => Unknowns.IsKnown(PropertyPath.Of(property));

    /// <summary>Says that an input is wrong. Goes on, so that the user learns of everything at once.</summary>
    /// <param name="property">The input, as in <c>args => args.Number</c>.</param>
    /// <param name="reason">What is wrong and what would be right, as a sentence; never the value of a secret.</param>
    public void Fail(Expression<Func<TArgs, object?>> property, string reason) => Fail(PropertyPath.Of(property), reason);

    /// <summary>Says that a value inside an input is wrong.</summary>
    /// <param name="path">Where, e.g. <c>PropertyPath.Of&lt;Args&gt;(a => a.Numbers).Index(3)</c>.</param>
    /// <param name="reason">What is wrong and what would be right, as a sentence; never the value of a secret.</param>
    public void Fail(PropertyPath path, string reason) => _failures.Add(new CheckFailure(path, reason));
}
