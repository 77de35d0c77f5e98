using PulumiNumbers.Plugin.Engine;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A function, as the host holds it. Authors derive from <see cref="Function{TArgs,TResult}"/>.</summary>
public abstract class Function
{
    private protected Function()
    {
    }

    internal abstract FunctionBinding Bind(BindingContext context);
}

/// <summary>
/// A function that programs call: it reads and never changes anything, so it runs in previews as well. The class carries a
/// <see cref="FunctionTypeAttribute"/>. One instance serves all calls, many at once.
/// </summary>
/// <typeparam name="TArgs">The arguments, described as a resource's inputs are.</typeparam>
/// <typeparam name="TResult">The answer, described as a resource's state is.</typeparam>
public abstract class Function<TArgs, TResult> : Function
    where TArgs : class
    where TResult : class
{
    /// <summary>Answers a call.</summary>
    public abstract Task<TResult> InvokeAsync(InvokeRequest<TArgs> request, CancellationToken cancellationToken);

    internal sealed override FunctionBinding Bind(BindingContext context) => new FunctionBinding<TArgs, TResult>(this, context);
}

/// <summary>Names a function class for the engine and describes it for the schema.</summary>
/// <param name="token">The function token, e.g. <c>numbers:index:getNumberPool</c>.</param>
/// <param name="description">What the function answers, in Markdown.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FunctionTypeAttribute(string token, string description) : Attribute
{
    /// <summary>The function token, e.g. <c>numbers:index:getNumberPool</c>.</summary>
    public string Token { get; } = token;

    /// <summary>What the function answers, in Markdown.</summary>
    public string Description { get; } = description;
}
