using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Configuration;

/// <summary>Checks the provider's configuration and hands it to the carrier accounts.</summary>
internal sealed class NumbersConfiguration(CarrierAccounts accounts) : ProviderConfiguration<NumbersConfig>
{
    /// <inheritdoc/>
    public override Task<NumbersConfig> CheckAsync(CheckContext<NumbersConfig> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        new NumbersConfigCheck(check).Run();
        return Task.FromResult(check.Inputs);
    }

    /// <inheritdoc/>
    public override void OnAttached(DeploymentIdentity identity) => accounts.Deployment.Begin(identity);

    /// <inheritdoc/>
    public override Task ConfigureAsync(ConfigureRequest<NumbersConfig> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        accounts.Use(request);
        return Task.CompletedTask;
    }
}
