using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>The operations of Number Pools.</summary>
internal static class PoolEndpoints
{
    private const string Pools = "/v2/numberpools/accounts/{account}/pools";

    public static IEnumerable<CarrierEndpoint> For(VonageCarrier vonage, EmulatorState state)
    {
        var pools = new PoolOperations(vonage, state);
        var numbers = new PoolNumberOperations(vonage, pools, state);
        return
        [
            new(Operations.ListPools, "GET", Pools, pools.List),
            new(Operations.CreatePool, "POST", Pools, pools.Create),
            new(Operations.GetPool, "GET", Pools + "/{pool}", pools.Get),
            new(Operations.UpdatePool, "PATCH", Pools + "/{pool}", pools.Update),
            new(Operations.DeletePool, "DELETE", Pools + "/{pool}", pools.Delete),
            new(Operations.ListPoolNumbers, "GET", Pools + "/{pool}/numbers", numbers.List),
            new(Operations.AddPoolNumbers, "POST", Pools + "/{pool}/numbers", numbers.Add),
            new(Operations.RemovePoolNumbers, "POST", Pools + "/{pool}/numbers/delete", numbers.Remove),
            new(Operations.RemovePoolNumber, "DELETE", Pools + "/{pool}/numbers/{number}", numbers.RemoveOne),
        ];
    }
}
