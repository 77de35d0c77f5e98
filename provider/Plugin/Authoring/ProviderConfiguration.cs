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

/// <summary>How a provider is configured: its keys are the properties of <typeparamref name="TConfig"/>.</summary>
/// <typeparam name="TConfig">
/// The configuration, described as a resource's inputs are. A required key that is missing is reported to the user with its description.
/// </typeparam>
public abstract class ProviderConfiguration<TConfig> : ProviderConfiguration
    where TConfig : class
{
    /// <summary>Checks what types and attributes cannot say, such as which keys go together.</summary>
    /// <returns>The configuration to go on with: <see cref="CheckContext{TArgs}.Inputs"/>, or one with other values.</returns>
    public virtual Task<TConfig> CheckAsync(CheckContext<TConfig> check, CancellationToken cancellationToken) => Task.FromResult(check.Inputs);

    /// <summary>Takes the configuration for all later calls. Called before any of them; cheap, and reaches for nothing outside.</summary>
    public abstract Task ConfigureAsync(ConfigureRequest<TConfig> request, CancellationToken cancellationToken);

    internal sealed override ConfigurationBinding Bind(BindingContext context) => new ConfigurationBinding<TConfig>(this, context);
}
