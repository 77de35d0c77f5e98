using System.Globalization;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator;

public sealed class EmulatorConsistencyTests : EmulatorTest
{
    private const string Pool = "/v2/numberpools/accounts/a1b2c3d4/pools/service/numbers";

    protected override EmulatorOptions Options => new() { VonageOwnedNumbers = 0 };

    [Fact]
    public async Task ManyClientsUnderFaults_LeaveBillingRentalsAndPoolsConsistent()
    {
        Server.Vonage.Pools.Create("service");
        FaultKind[] kinds = [FaultKind.Status, FaultKind.ResetBefore, FaultKind.ResetAfter, FaultKind.Truncated, FaultKind.Malformed, FaultKind.Html];
        foreach (var kind in kinds)
            Server.Faults.Add(new FaultRule { Kind = kind, Probability = 0.05, Seed = (int)kind });

        await Task.WhenAll(Enumerable.Range(0, 8).Select(WorkAsync));

        var rented = Server.Vonage.Account.Numbers.Select(number => number.Msisdn).ToHashSet();
        Assert.Equal(rented.Count, Server.Billing.Purchases().Count - Server.Billing.Releases().Count);
        Assert.NotEmpty(rented);
        Assert.Subset(rented, Server.Vonage.Pools.NumbersOf("service").ToHashSet());
        Assert.Empty(rented.Intersect(Server.Vonage.Stock.Available.Select(number => number.Number)));
        Assert.All(
            Server.Billing.Entries.GroupBy(entry => entry.Number),
            life => Assert.Equal(life.Select((_, i) => i % 2), life.Select(entry => (int)entry.Kind)));
    }

    private async Task WorkAsync(int seed)
    {
        var random = new Random(seed);
        var client = Vonage;
        for (var i = 0; i < 60; i++)
        {
            var number = (447700900000 + random.Next(40)).ToString(CultureInfo.InvariantCulture);
            (string, string)[] form = [("country", "GB"), ("msisdn", number)];
            try
            {
                await (random.Next(5) switch
                {
                    0 or 1 => client.PostFormAsync("/number/buy", form),
                    2 => client.PostFormAsync("/number/cancel", form),
                    3 => client.PostJsonAsync(Pool, Numbers(number)),
                    _ => client.DeleteAsync($"{Pool}/{number}"),
                });
            }
            catch (HttpRequestException)
            {
                // A reset: what the request did is in the billing, not in a response.
            }
        }
    }
}
