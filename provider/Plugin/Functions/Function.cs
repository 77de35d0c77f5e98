using PulumiNumbers.Plugin.Binding;

namespace PulumiNumbers.Plugin.Functions;

/// <summary>A function, as the host holds it. Authors derive from <see cref="Function{TArgs,TResult}"/>.</summary>
public abstract class Function
{
    private protected Function()
    {
    }

    internal abstract FunctionBinding Bind(BindingContext context);
}
