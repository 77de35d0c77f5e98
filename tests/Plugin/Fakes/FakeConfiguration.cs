using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Tests.Plugin.Fakes;

public sealed class FakeConfiguration : ProviderConfiguration<FakeConfig>
{
    public List<DeploymentIdentity> Deployments { get; } = [];

    public FakeConfig? Configured { get; private set; }

    public override void OnAttached(DeploymentIdentity identity) => Deployments.Add(identity);

    public override Task<FakeConfig> CheckAsync(CheckContext<FakeConfig> check, CancellationToken cancellationToken)
    {
        if (check.Inputs.Address?.StartsWith("http:", StringComparison.Ordinal) == true)
            check.Fail(config => config.Address, "Use https.");
        return Task.FromResult(check.Inputs);
    }

    public override Task ConfigureAsync(ConfigureRequest<FakeConfig> request, CancellationToken cancellationToken)
    {
        Configured = request.Config;
        return Task.CompletedTask;
    }
}
