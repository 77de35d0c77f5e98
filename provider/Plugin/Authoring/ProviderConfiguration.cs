using PulumiNumbers.Plugin.Engine;

namespace PulumiNumbers.Plugin.Authoring;

/// <summary>A provider's configuration, as the host holds it. Authors derive from <see cref="ProviderConfiguration{TConfig}"/>.</summary>
public abstract class ProviderConfiguration
{
    private protected ProviderConfiguration()
    {
    }

    /// <summary>
    /// Takes the deployment that this process belongs to. Called before the first call that names the provider or a resource, and again
    /// whenever another engine attaches; what is known of the identity only grows within one deployment.
    /// </summary>
    public virtual void OnAttached(DeploymentIdentity identity)
    {
    }

    internal abstract ConfigurationBinding Bind(BindingContext context);
}
