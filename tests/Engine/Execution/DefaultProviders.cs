using System.Collections.Concurrent;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>The providers of resources that name none: one a package and version, made when first needed from the stack's configuration of the package.</summary>
internal sealed class DefaultProviders(EngineOptions engine, Func<Goal, CancellationToken, Task<Registration>> register)
{
    private readonly ConcurrentDictionary<(string Package, string Version), Lazy<Task<ProviderReference>>> _providers = new();

    public Task<ProviderReference> GetAsync(string package, string version, CancellationToken cancellationToken) =>
        _providers.GetOrAdd((package, version), k => new(() => RegisterAsync(k.Package, k.Version, cancellationToken))).Value;

    private async Task<ProviderReference> RegisterAsync(string package, string version, CancellationToken cancellationToken)
    {
        var inputs = new PropertyMap();
        foreach (var (key, value) in engine.Config)
        {
            if (key.Split(':', 2) is [var scope, var name] && string.Equals(scope, package, StringComparison.Ordinal))
                inputs[name] = value.IsSecret ? PropertyValue.Secret(value.Text) : PropertyValue.Of(value.Text);
        }
        if (version.Length > 0)
            inputs["version"] = version;
        var provider = await register(
            new Goal { Type = ResourceTypes.ProviderOf(package), Name = ResourceTypes.DefaultProviderName(version), Custom = true, Inputs = inputs },
            cancellationToken);
        return new(provider.Urn, provider.Id);
    }
}
