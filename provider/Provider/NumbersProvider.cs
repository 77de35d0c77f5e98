using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Configuration;
using PulumiNumbers.Provider.Deployments;
using PulumiNumbers.Provider.Functions.ExclusiveNumbers;
using PulumiNumbers.Provider.Functions.Numbers;
using PulumiNumbers.Provider.Functions.Pools;
using PulumiNumbers.Provider.Resources.ExclusiveNumbers;
using PulumiNumbers.Provider.Resources.Memberships;
using PulumiNumbers.Provider.Resources.OwnedNumbers;
using PulumiNumbers.Provider.Resources.Pools;

namespace PulumiNumbers.Provider;

/// <summary>The whole provider: phone numbers of four carriers as declared state.</summary>
public static class NumbersProvider
{
    /// <summary>Puts the provider together.</summary>
    /// <param name="handler">Sends the requests to carriers in place of the network, for tests; null for the network.</param>
    /// <param name="deployment">The memory of the deployment that the provider serves; null for one that this process keeps to itself.</param>
    public static ProviderDefinition Define(HttpMessageHandler? handler = null, DeploymentContext? deployment = null)
    {
        var accounts = new CarrierAccounts(deployment ?? new DeploymentContext(new DeploymentOptions()), handler);
        return new ProviderDefinition
        {
            Package = Package,
            Configuration = new NumbersConfiguration(accounts),
            Resources =
            [
                new NumberPool(accounts),
                new PoolMembership(accounts),
                new OwnedNumber(accounts),
                new ExclusiveNumber(accounts),
            ],
            Functions =
            [
                new GetAvailableNumbers(accounts),
                new GetOwnedNumbers(accounts),
                new GetNumberPools(accounts),
                new GetNumberPool(accounts),
                new GetPoolNumbers(accounts),
                new GetExclusiveNumbers(accounts),
                new GetExclusiveNumber(accounts),
            ],
            Explain = CarrierFailures.Explain,
        };
    }

    private static PackageMetadata Package
    {
        get
        {
            var (owner, name) = (ThisAssembly.RepositoryOwner, ThisAssembly.RepositoryName);
            var repository = $"https://github.com/{owner}/{name}";
            return new PackageMetadata
            {
                Name = "numbers",
                Version = ThisAssembly.Version,
                DisplayName = "Phone Numbers",
                Description = "Phone-number inventory as declared state: rented numbers of KPN, Vonage and seven.io, Vonage number pools, and exclusive numbers of a PortSIP PBX.",
                Keywords = ["pulumi", "phone numbers", "telephony", "kpn", "vonage", "seven", "portsip", "category/utility", "kind/native"],
                Homepage = repository,
                Repository = repository,
                LogoUrl = $"https://raw.githubusercontent.com/{owner}/{name}/main/docs/logo.png",
                PluginDownloadUrl = $"github://api.github.com/{owner}",
                License = "Apache-2.0",
                Publisher = "The Pulumi Numbers maintainers",
                CSharpPackageReferences = new Dictionary<string, string>(StringComparer.Ordinal) { ["Pulumi"] = "3.*" },
                NodePackageName = $"@{owner}/{name}",
                PythonPackageName = name.Replace('-', '_'),
                GoImportBasePath = $"github.com/{owner}/{name}/sdk/go/numbers",
                JavaBasePackage = $"io.github.{owner.Replace("-", "", StringComparison.Ordinal)}",
                Documentation = Documentation,
            };
        }
    }

    /// <summary>The Markdown beside the provider, by the last part of a token.</summary>
    private static string? Documentation(string token)
    {
        var name = token[(token.LastIndexOf(':') + 1)..];
        using var stream = typeof(NumbersProvider).Assembly.GetManifestResourceStream($"Documentation/{name}.md");
        if (stream is null)
            return null;

        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
