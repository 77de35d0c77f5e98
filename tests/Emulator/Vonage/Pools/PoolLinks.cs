using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>HAL links as absolute addresses.</summary>
internal static class PoolLinks
{
    public static JsonObject To(CarrierRequest request, string pathAndQuery) =>
        new() { ["href"] = $"{request.Http.Request.Scheme}://{request.Http.Request.Host}{pathAndQuery}" };

    public static JsonObject OfPool(CarrierRequest request, EmulatedPool pool)
    {
        var self = $"/vonage/v2/numberpools/accounts/{pool.AccountId}/pools/{Uri.EscapeDataString(pool.PoolId)}";
        return new JsonObject { ["self"] = To(request, self), ["numbers"] = To(request, self + "/numbers") };
    }
}
