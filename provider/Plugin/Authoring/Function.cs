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
