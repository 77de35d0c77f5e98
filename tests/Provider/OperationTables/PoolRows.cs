using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Provider.OperationTables;

/// <summary>Vonage Number Pools API v2.</summary>
internal static class PoolRows
{
    private const string Pools = "/v2/numberpools/accounts/a1b2c3d4/pools";

    private static readonly string[] Two = ["447700900001", "447700900002"];

    public static IReadOnlyList<Row> All { get; } =
    [
        new("vonage", Operations.ListPools, $"GET {Pools}", async numbers =>
        {
            numbers.Carriers.Vonage.Pools.Create("senders");
            Assert.Equal(["a1b2c3d4/senders"], await numbers.ListAsync(Tokens.NumberPool));
        }),
        new("vonage", Operations.CreatePool, $"POST {Pools}", async numbers =>
        {
            var pool = await numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders", fallback = "Reject" });
            Assert.Equal("Reject", pool.State.Text("fallback"));
        }),
        new("vonage", Operations.GetPool, $"GET {Pools}/*", async numbers =>
        {
            numbers.Carriers.Vonage.Pools.Create("senders");
            Assert.Equal("Pool", (await numbers.ImportAsync(Tokens.NumberPool, "senders", "senders"))!.State.Text("fallback"));
        }),
        new("vonage", Operations.UpdatePool, $"PATCH {Pools}/*", async numbers =>
        {
            var pool = await numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
            var changed = await numbers.UpdateAsync(pool, new { poolId = "senders", fallback = "CustomFrom" });
            Assert.Equal("CustomFrom", changed.State.Text("fallback"));
        }),
        new("vonage", Operations.DeletePool, $"DELETE {Pools}/*", async numbers =>
        {
            await numbers.DestroyAsync(await numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" }));
            Assert.Empty(numbers.Carriers.Vonage.Pools.All);
        }),
        new("vonage", Operations.ListPoolNumbers, $"GET {Pools}/*/numbers", async numbers =>
        {
            numbers.Carriers.Vonage.Pools.Create("senders", Two);
            Assert.Equal(Two, (await numbers.ImportAsync(Tokens.PoolMembership, "senders", "senders"))!.State.Texts("numbers"));
        }),
        new("vonage", Operations.AddPoolNumbers, $"POST {Pools}/*/numbers", async numbers =>
        {
            await FillAsync(numbers);
            Assert.Equal(Two, numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
        }),
        new("vonage", Operations.RemovePoolNumbers, $"POST {Pools}/*/numbers/delete", async numbers =>
        {
            await numbers.DestroyAsync(await FillAsync(numbers));
            Assert.Empty(numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
        }),
        new("vonage", Operations.RemovePoolNumber, $"DELETE {Pools}/*/numbers/*", async numbers =>
        {
            var membership = await FillAsync(numbers);
            await numbers.UpdateAsync(membership, new { poolId = "senders", numbers = new[] { Two[0] } });
            Assert.Equal([Two[0]], numbers.Carriers.Vonage.Pools.NumbersOf("senders"));
        }),
    ];

    private static Task<ResourceUnderTest> FillAsync(ProviderHarness numbers)
    {
        numbers.Carriers.Vonage.Pools.Create("senders");
        return numbers.CreateAsync(Tokens.PoolMembership, "senders", new { poolId = "senders", numbers = Two });
    }
}
