using PulumiNumbers.Plugin.Binding;

namespace PulumiNumbers.Plugin.Resources;

/// <summary>A resource type, as the host holds it. Authors derive from <see cref="Resource{TArgs,TState}"/>.</summary>
public abstract class Resource
{
    private protected Resource()
    {
    }

    internal abstract ResourceBinding Bind(BindingContext context);
}
