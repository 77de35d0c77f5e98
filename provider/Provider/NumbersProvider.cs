using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Configuration;
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
    public static ProviderDefinition Define(HttpMessageHandler? handler = null)
    {
        var accounts = new CarrierAccounts(handler);
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

    private static PackageMetadata Package => new()
    {
        Name = "numbers",
        Version = ThisAssembly.Version,
        DisplayName = "Phone Numbers",
        Description = "Phone-number inventory as declared state: rented numbers of KPN, Vonage and seven.io, Vonage number pools, and exclusive numbers of a PortSIP PBX.",
        Keywords = ["pulumi", "phone numbers", "telephony", "kpn", "vonage", "seven", "portsip", "category/utility", "kind/native"],
        License = "Apache-2.0",
        Publisher = "The Pulumi Numbers maintainers",
        CSharpPackageReferences = new Dictionary<string, string>(StringComparer.Ordinal) { ["Pulumi"] = "3.*" },
    };
}
