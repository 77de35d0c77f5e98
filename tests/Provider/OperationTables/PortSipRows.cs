using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Provider.OperationTables;

/// <summary>PortSIP PBX REST API.</summary>
internal static class PortSipRows
{
    private const string Numbers = "/api/exclusive_numbers";

    public static IReadOnlyList<Row> All { get; } =
    [
        new("portsip", Operations.Token, "POST /api/login/oauth/token", async numbers =>
        {
            await CreateAsync(numbers);
            Assert.Equal(1, numbers.Carriers.Requests.Count("portsip", Operations.Token));
        }),
        new("portsip", Operations.ListExclusive, $"GET {Numbers}", async numbers =>
        {
            var number = await CreateAsync(numbers);
            Assert.Equal([number.Id], await numbers.ListAsync(Tokens.ExclusiveNumber));
        }),
        new("portsip", Operations.CreateExclusive, $"POST {Numbers}", async numbers =>
        {
            var number = await CreateAsync(numbers);
            Assert.Equal("447700900123", numbers.Carriers.PortSip.Find(number.Id)!.Number);
        }),
        new("portsip", Operations.GetExclusive, $"GET {Numbers}/*", async numbers =>
        {
            var id = numbers.Carriers.PortSip.Create("447700900123", description: "VIP").Id;
            Assert.Equal("VIP", (await numbers.ImportAsync(Tokens.ExclusiveNumber, "vip", id))!.State.Text("description"));
        }),
        new("portsip", Operations.UpdateExclusive, $"POST {Numbers}/*", async numbers =>
        {
            var number = await CreateAsync(numbers);
            await numbers.UpdateAsync(number, new { number = "447700900123", enabled = false });
            Assert.False(numbers.Carriers.PortSip.Find(number.Id)!.Enabled);
        }),
        new("portsip", Operations.DeleteExclusive, $"POST {Numbers}/*/destroy", async numbers =>
        {
            await numbers.DestroyAsync(await CreateAsync(numbers));
            Assert.Empty(numbers.Carriers.PortSip.Numbers);
        }),
        new("portsip", Operations.ListQueues, $"GET {Numbers}/*/call_queues", async numbers =>
        {
            var number = await CreateAsync(numbers, "1001");
            Assert.Single(QueuesOf((await numbers.RefreshAsync(number))!));
        }),
        new("portsip", Operations.ListAgents, $"GET {Numbers}/*/call_queues/*/agents", async numbers =>
        {
            var number = await CreateAsync(numbers, "1001", "1002");
            Assert.Equal(2, Assert.IsType<List<object?>>(Assert.Single(QueuesOf((await numbers.RefreshAsync(number))!)).Value).Count);
        }),
        new("portsip", Operations.SetAgents, $"POST {Numbers}/*/call_queues/*/agents", async numbers =>
        {
            var number = await CreateAsync(numbers, "1001", "1002");
            Assert.Equal(["1001", "1002"], Assert.Single(numbers.Carriers.PortSip.Find(number.Id)!.Agents).Value.ToArray());
        }),
        new("portsip", Operations.RemoveAgents, $"POST {Numbers}/*/call_queues/*/destroy", async numbers =>
        {
            var number = await CreateAsync(numbers, "1001");
            var changed = await numbers.UpdateAsync(number, new { number = "447700900123", callQueues = new Dictionary<string, object?>() });
            Assert.Empty(QueuesOf(changed));
        }),
    ];

    private static Task<ResourceUnderTest> CreateAsync(ProviderHarness numbers, params string[] agents)
    {
        Dictionary<string, object?> queues = [];
        if (agents.Length > 0)
            queues[numbers.Carriers.PortSip.Queues[0].Id] = agents;
        return numbers.CreateAsync(Tokens.ExclusiveNumber, "vip", new { number = "447700900123", callQueues = queues });
    }

    private static IReadOnlyDictionary<string, object?> QueuesOf(ResourceUnderTest number) =>
        (IReadOnlyDictionary<string, object?>)number.State.Get("callQueues")!;
}
