using System.Globalization;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>A page of a collection with links to its neighbours.</summary>
internal static class PageResponse
{
    private const int DefaultPageSize = 10;

    public static CarrierResponse Of<T>(CarrierRequest request, EmulatorState state, string name, IReadOnlyCollection<T> items, Func<T, JsonNode?> describe)
    {
        var maxPageSize = state.Behavior.PoolMaxPageSize;
        if (!TryRead(request.Query("page"), fallback: 1, int.MaxValue, out var page))
            return Problem.Invalid(request, "validation", ("page", "must be a number from 1 on"));
        if (!TryRead(request.Query("page_size"), DefaultPageSize, maxPageSize, out var pageSize))
            return Problem.Invalid(request, "validation", ("page_size", $"must be a number from 1 to {maxPageSize}"));

        var pages = Math.Max(1, (items.Count + pageSize - 1) / pageSize);
        var links = new JsonObject { ["self"] = Link(page), ["first"] = Link(1), ["last"] = Link(pages) };
        if (page > 1)
            links["previous"] = Link(Math.Min(page - 1, pages));
        if (page < pages)
            links["next"] = Link(page + 1);
        var shown = items.Skip((int)Math.Min((long)(page - 1) * pageSize, int.MaxValue)).Take(pageSize).Select(describe).ToList();
        if (page > 1 && shown.Count > 0 && state.TakesEmptyPage(request))
            shown.Clear();
        var form = shown.Count > 0 ? EmptyListForm.Documented : state.EmptyListForm(request);
        if (form is EmptyListForm.EmptyObject)
            return CarrierResponse.Json(new JsonObject());
        return CarrierResponse.Json(new JsonObject
        {
            ["page_size"] = pageSize,
            ["page"] = page,
            ["total_pages"] = pages,
            ["total_items"] = items.Count,
            ["_embedded"] = new JsonObject { [name] = form is EmptyListForm.Null ? null : new JsonArray([.. shown]) },
            ["_links"] = links,
        });

        JsonObject Link(int target) => new PoolLinks(state).OfPage(request, target, pageSize);
    }

    private static bool TryRead(string? text, int fallback, int max, out int value)
    {
        value = fallback;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= 1 && value <= max);
    }
}

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
