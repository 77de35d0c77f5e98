using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>The operations on exclusive numbers themselves.</summary>
internal sealed class ExclusiveNumberOperations(PortSipExchange exchange)
{
    private const int DefaultTop = 100;
    private const int MaxNumberLength = 64;
    private const int MaxDescriptionLength = 1024;

    public CarrierAnswer List(CarrierRequest request)
    {
        if (!TryCount(request.Query("top"), DefaultTop, out var top) || !TryCount(request.Query("skip"), fallback: 0, out var skip))
            return PortSipAnswers.Invalid("top and skip must be numbers from 0 on");
        var numbers = exchange.Data.Numbers;
        return CarrierAnswer.Json(new JsonObject
        {
            ["count"] = numbers.Count,
            ["items"] = new JsonArray([.. numbers.Skip(skip).Take(top).Select(Describe)]),
        });
    }

    public CarrierAnswer Create(CarrierRequest request)
    {
        var (wanted, objection) = Read(request, ownId: null);
        if (wanted is null)
            return PortSipAnswers.Invalid(objection!);
        var created = exchange.Create(wanted.Number, wanted.Enabled, wanted.Description);
        request.Effect($"created {created.Number}");
        return CarrierAnswer.Json(new JsonObject { ["id"] = created.Id });
    }

    public CarrierAnswer Get(CarrierRequest request) =>
        exchange.Find(request.Route("id")) is { } number ? CarrierAnswer.Json(Describe(number)) : NotFound(request);

    public CarrierAnswer Update(CarrierRequest request)
    {
        if (exchange.Find(request.Route("id")) is not { } number)
            return NotFound(request);
        var (wanted, objection) = Read(request, number.Id);
        if (wanted is null)
            return PortSipAnswers.Invalid(objection!);
        exchange.Change(number.Id, old => old with { Number = wanted.Number, Enabled = wanted.Enabled, Description = wanted.Description });
        request.Effect($"updated {wanted.Number}");
        return CarrierAnswer.Empty(HttpStatusCode.OK);
    }

    public CarrierAnswer Delete(CarrierRequest request)
    {
        if (exchange.Find(request.Route("id")) is not { } number)
            return NotFound(request);
        exchange.Delete(number.Id);
        request.Effect($"deleted {number.Number}");
        return CarrierAnswer.Empty(HttpStatusCode.NoContent);
    }

    public static CarrierAnswer NotFound(CarrierRequest request) => PortSipAnswers.NotFound($"exclusive number {request.Route("id")}");

    private (ExclusiveNumber? Wanted, string? Objection) Read(CarrierRequest request, string? ownId)
    {
        if (request.Body.JsonObject() is not { } body)
            return (null, "the body must be a JSON object");
        if (body["number"]?.GetValueKind() is not JsonValueKind.String || body["number"]!.GetValue<string>() is not { Length: > 0 and <= MaxNumberLength } number)
            return (null, "number must have 1 to 64 characters");
        if (body["enabled"] is { } flag && flag.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            return (null, "enabled must be true or false");
        if (body["description"] is { } text && (text.GetValueKind() is not JsonValueKind.String || text.GetValue<string>().Length > MaxDescriptionLength))
            return (null, "description must have up to 1024 characters");
        if (exchange.Data.Numbers.Exists(other => other.Number == number && other.Id != ownId))
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

    private static JsonObject Describe(ExclusiveNumber number) => new()
    {
        ["id"] = number.Id,
        ["number"] = number.Number,
        ["created_at"] = number.CreatedAt.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        ["enabled"] = number.Enabled,
        ["description"] = number.Description,
    };

    private static bool TryCount(string? text, int fallback, out int value)
    {
        value = fallback;
        return text is null || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
