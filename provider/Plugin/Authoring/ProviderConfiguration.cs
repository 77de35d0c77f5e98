using PulumiNumbers.Plugin.Engine;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A provider's configuration, as the host holds it. Authors derive from <see cref="ProviderConfiguration{TConfig}"/>.</summary>
public abstract class ProviderConfiguration
{
    private protected ProviderConfiguration()
    {
    }

    internal abstract ConfigurationBinding Bind(BindingContext context);
}
