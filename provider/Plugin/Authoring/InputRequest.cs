using System.Linq.Expressions;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A request with inputs that may not all be known yet.</summary>
/// <typeparam name="TArgs">The resource's inputs.</typeparam>
public abstract record InputRequest<TArgs> : ResourceRequest
    where TArgs : class
{
    /// <summary>
    /// The checked inputs. Where one is not known yet (previews only) the property has its C# default, and a collection lacks the
    /// elements that are not known: ask <see cref="IsKnown"/>.
    /// </summary>
    public required TArgs Inputs { get; init; }

    /// <summary>Where the inputs hold values that are not known yet. None outside previews.</summary>
    public UnknownPaths Unknowns { get; init; } = UnknownPaths.None;

    /// <summary>Whether an input is known, with everything in it.</summary>
    /// <param name="property">The input, as in <c>args => args.Number</c>.</param>
    public bool IsKnown(Expression<Func<TArgs, object?>> property) => Unknowns.IsKnown(PropertyPath.Of(property));
}
