using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Provider.OperationTables;

/// <summary>The Numbers API, at Vonage itself and behind KPN's API store.</summary>
internal static class NexmoRows
{
    /// <summary>The rows of one carrier.</summary>
    public static IReadOnlyList<Row> Of(string carrier)
    {
        var root = carrier == "kpn" ? "/communication/nexmo/phone-numbers" : "";
        List<Row> rows =
        [
            new(carrier, Operations.ListOwned, $"GET {root}/account/numbers", async numbers =>
            {
                await BuyAsync(numbers, carrier);
                Assert.NotEmpty((IReadOnlyList<object?>)(await numbers.InvokeAsync(Tokens.GetOwnedNumbers, new { carrier })).Get("numbers")!);
            }),
            new(carrier, Operations.Search, $"GET {root}/number/search", async numbers =>
            {
                var found = await numbers.InvokeAsync(Tokens.GetAvailableNumbers, new { carrier, country = "GB", limit = 1 });
                Assert.Single((IReadOnlyList<object?>)found.Get("numbers")!);
            }),
            new(carrier, Operations.Buy, $"POST {root}/number/buy", async numbers =>
            {
                var owned = await BuyAsync(numbers, carrier);
                Assert.Equal(owned.State.Text("number"), Assert.Single(numbers.Carriers.Ledger.Purchases(carrier)).Number);
            }),
            new(carrier, Operations.Cancel, $"POST {root}/number/cancel", async numbers =>
            {
                await numbers.DestroyAsync(await BuyAsync(numbers, carrier));
                Assert.Single(numbers.Carriers.Ledger.Releases(carrier));
            }),
            new(carrier, Operations.Update, $"POST {root}/number/update", async numbers =>
            {
                var owned = await BuyAsync(numbers, carrier);
                var changed = await numbers.UpdateAsync(owned, new { carrier, country = "GB", moHttpUrl = "https://sms.example.com/in" });
                Assert.Equal("https://sms.example.com/in", changed.State.Text("moHttpUrl"));
            }),
        ];
        if (carrier == "kpn")
        {
            rows.Add(new(carrier, Operations.Token, "POST /oauth/client_credential/accesstoken", async numbers =>
            {
                await BuyAsync(numbers, carrier);
                Assert.Equal(1, numbers.Carriers.Requests.Count(carrier, Operations.Token));
            }));
        }

        return rows;
    }

    private static Task<ResourceUnderTest> BuyAsync(ProviderHarness numbers, string carrier) =>
        numbers.CreateAsync(Tokens.OwnedNumber, "hotline", new { carrier, country = "GB" });
}
