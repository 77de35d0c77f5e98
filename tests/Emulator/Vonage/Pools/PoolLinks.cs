using System.Globalization;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>HAL links: absolute addresses that work, or those of Vonage's samples, which do not.</summary>
internal sealed class PoolLinks(EmulatorState state)
{
    public JsonObject OfPool(CarrierRequest request, EmulatedPool pool) => new() { ["self"] = To(request, PathOf(pool)), ["numbers"] = To(request, NumbersOf(pool)) };

    public JsonObject OfNumbers(CarrierRequest request, EmulatedPool pool) => new() { ["self"] = To(request, NumbersOf(pool)) };

    public JsonObject OfPage(CarrierRequest request, int page, int pageSize) => To(
        request,
        state.Behavior.LinksAsInSamples
            ? string.Create(CultureInfo.InvariantCulture, $"/v2/numberpools?page={page}")
            : string.Create(CultureInfo.InvariantCulture, $"{request.FullPath}?page_size={pageSize}&page={page}"));

    private string NumbersOf(EmulatedPool pool) => PathOf(pool) + "/numbers";

    private string PathOf(EmulatedPool pool) => state.Behavior.LinksAsInSamples
        ? $"/v2/numberpools/{pool.AccountId}/{Uri.EscapeDataString(pool.PoolId)}"
        : $"/vonage/v2/numberpools/accounts/{pool.AccountId}/pools/{Uri.EscapeDataString(pool.PoolId)}";

    private JsonObject To(CarrierRequest request, string pathAndQuery) =>
        new() { ["href"] = state.Behavior.LinksAsInSamples ? pathAndQuery : request.Origin + pathAndQuery };
}
