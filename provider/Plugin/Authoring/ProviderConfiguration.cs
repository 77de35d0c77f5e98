using PulumiNumbers.Plugin.Engine;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A provider's configuration, as the host holds it. Authors derive from <see cref="ProviderConfiguration{TConfig}"/>.</summary>
public abstract class ProviderConfiguration
{
    private protected ProviderConfiguration()
    {
    }

    /// <summary>An engine has attached: what was known of another deployment no longer counts.</summary>
    public virtual void OnAttached(Authoring.DeploymentIdentity identity)
    {
    }

    internal abstract ConfigurationBinding Bind(BindingContext context);
}
