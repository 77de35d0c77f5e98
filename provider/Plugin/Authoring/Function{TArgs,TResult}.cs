using PulumiNumbers.Plugin.Engine;

namespace PulumiNumbers.Plugin.Authoring;

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
