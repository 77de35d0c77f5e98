using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Provider.OperationTables;

/// <summary>seven.io's Numbers API.</summary>
internal static class SevenRows
{
    private const string Numbers = "/api/numbers";

    public static IReadOnlyList<Row> All { get; } =
    [
        new("seven", Operations.Search, $"GET {Numbers}/available", async numbers =>
        {
            var found = await numbers.InvokeAsync(Tokens.GetAvailableNumbers, new { carrier = "seven", country = "DK" });
            Assert.Equal(300, ((IReadOnlyList<object?>)found.Get("numbers")!).Count);
        }),
        new("seven", Operations.Buy, $"POST {Numbers}/order", async numbers =>
        {
            var owned = await BuyAsync(numbers);
            Assert.Equal(owned.State.Text("number"), Assert.Single(numbers.Carriers.Ledger.Purchases("seven")).Number);
        }),
        new("seven", Operations.ListOwned, $"GET {Numbers}/active", async numbers =>
        {
            await BuyAsync(numbers);
            Assert.Single((IReadOnlyList<object?>)(await numbers.InvokeAsync(Tokens.GetOwnedNumbers, new { carrier = "seven" })).Get("numbers")!);
        }),
        new("seven", Operations.GetOwned, $"GET {Numbers}/active/*", async numbers =>
        {
            numbers.Carriers.Seven.Activate(numbers.Carriers.Seven.Stock.Find("4500005000")!);
            var failure = await numbers.CreateFailsAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DK", number = "4500005000" });
            Assert.Contains("pulumi import", failure.Status.Detail, StringComparison.Ordinal);
        }),
        new("seven", Operations.Update, $"PATCH {Numbers}/active/*", async numbers =>
        {
            var owned = await BuyAsync(numbers);
            var changed = await numbers.UpdateAsync(owned, new { carrier = "seven", country = "DK", friendlyName = "Alerts" });
            Assert.Equal("Alerts", changed.State.Text("friendlyName"));
        }),
        new("seven", Operations.Cancel, $"DELETE {Numbers}/active/*", async numbers =>
        {
            await numbers.DestroyAsync(await BuyAsync(numbers));
            Assert.NotNull(Assert.Single(numbers.Carriers.Seven.Numbers).Expires);
        }),
    ];

    private static Task<ResourceUnderTest> BuyAsync(ProviderHarness numbers) =>
        numbers.CreateAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DK" });
}
