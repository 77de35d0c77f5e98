using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>The operations on exclusive numbers themselves.</summary>
internal sealed class ExclusiveNumberOperations(Func<CarrierRequest, PortSipTenant> tenantOf, EmulatorState state)
{
    private const int DefaultTop = 100;
    private const int MaxNumberLength = 64;
    private const int MaxDescriptionLength = 1024;

    public CarrierResponse List(CarrierRequest request)
    {
        if (!TryCount(request.Query("top"), DefaultTop, out var top) || !TryCount(request.Query("skip"), fallback: 0, out var skip))
            return PortSipResponses.Invalid("top and skip must be numbers from 0 on");
        var numbers = state.Behavior.ListsNothing.Contains(CarrierNames.PortSip) ? [] : tenantOf(request).Before(state.LagOf(request));
        if (state.Behavior.PortSipIgnoresPaging)
            (top, skip) = (int.MaxValue, 0);
        var items = numbers.Skip(skip).Take(top).Select(Describe).ToList();
        if (skip > 0 && items.Count > 0 && state.TakesEmptyPage(request))
            items.Clear();
        var form = items.Count > 0 ? EmptyListForm.Documented : state.EmptyListForm(request);
        return CarrierResponse.Json(form switch
        {
            EmptyListForm.EmptyObject => [],
            EmptyListForm.Null => new JsonObject { ["count"] = numbers.Count, ["items"] = null },
            _ => new JsonObject { ["count"] = numbers.Count, ["items"] = new JsonArray([.. items]) },
        });
    }

    public CarrierResponse Create(CarrierRequest request)
    {
        var tenant = tenantOf(request);
        var (wanted, violation) = Read(request, tenant, ownId: null);
        if (wanted is null)
            return PortSipResponses.Invalid(violation!);
        var created = tenant.CreateByApi(wanted.Number, wanted.Enabled, wanted.Description);
        request.Effect($"created {created.Number}");
        return CarrierResponse.Json(new JsonObject { ["id"] = created.Id });
    }

    public CarrierResponse Get(CarrierRequest request) =>
        tenantOf(request).Before(state.LagOf(request)).FirstOrDefault(number => number.Id == request.Route("id")) is { } number
            ? CarrierResponse.Json(Describe(number))
            : NotFound(request);

    public CarrierResponse Update(CarrierRequest request)
    {
        var tenant = tenantOf(request);
        if (tenant.Find(request.Route("id")) is not { } number)
            return NotFound(request);
        var (wanted, violation) = Read(request, tenant, number.Id);
        if (wanted is null)
            return PortSipResponses.Invalid(violation!);
        tenant.ChangeByApi(number.Id, old => old with { Number = wanted.Number, Enabled = wanted.Enabled, Description = wanted.Description });
        request.Effect($"updated {wanted.Number}");
        return CarrierResponse.Empty(HttpStatusCode.OK);
    }

    public CarrierResponse Delete(CarrierRequest request)
    {
        var tenant = tenantOf(request);
        if (tenant.Find(request.Route("id")) is not { } number)
            return NotFound(request);
        tenant.DeleteByApi(number);
        request.Effect($"deleted {number.Number}");
        return CarrierResponse.Empty(HttpStatusCode.NoContent);
    }

    public static CarrierResponse NotFound(CarrierRequest request) => PortSipResponses.NotFound($"exclusive number {request.Route("id")}");

    private (ExclusiveNumber? Wanted, string? Violation) Read(CarrierRequest request, PortSipTenant tenant, string? ownId)
    {
        if (request.Body.JsonObject() is not { } body)
            return (null, "the body must be a JSON object");
        if (body["number"]?.GetValueKind() is not JsonValueKind.String || body["number"]!.GetValue<string>() is not { Length: > 0 and <= MaxNumberLength } number)
            return (null, "number must have 1 to 64 characters");
        if (body["enabled"] is { } flag && flag.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            return (null, "enabled must be true or false");
        if (body["description"] is { } text && (text.GetValueKind() is not JsonValueKind.String || text.GetValue<string>().Length > MaxDescriptionLength))
            return (null, "description must have up to 1024 characters");
        if (!state.Behavior.PortSipAllowsDuplicates && tenant.Data.Numbers.Exists(other => other.Number == number && other.Id != ownId))
            return (null, $"number {number} exists already");
        return (
            new ExclusiveNumber
            {
                Id = ownId ?? "",
                Number = number,
                Enabled = body["enabled"]?.GetValue<bool>() ?? true,
                Description = body["description"]?.GetValue<string>() ?? "",
            },
            null);
    }

    private JsonObject Describe(ExclusiveNumber number) => new()
    {
        ["id"] = number.Id,
        ["number"] = number.Number,
        ["created_at"] = number.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["enabled"] = number.Enabled,
        ["description"] = number.Description.Length == 0 && state.Behavior.PortSipBlankFieldsAreNull ? null : number.Description,
    };

    private static bool TryCount(string? text, int fallback, out int value)
    {
        value = fallback;
        return text is null || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
