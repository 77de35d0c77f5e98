using PulumiNumbers.Plugin.Engine;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A resource type, as the host holds it. Authors derive from <see cref="Resource{TArgs,TState}"/>.</summary>
public abstract class Resource
{
    private protected Resource()
    {
    }

    internal abstract ResourceBinding Bind(BindingContext context);
}
