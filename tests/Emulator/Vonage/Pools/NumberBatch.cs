using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>The numbers of an add or remove request, checked as a whole before any of them is looked at.</summary>
internal static class NumberBatch
{
    private const int Limit = 50;

    public static (IReadOnlyList<string>? Numbers, CarrierResponse? Refusal) Read(CarrierRequest request, PoolData pool)
    {
        if (request.Body.JsonObject() is not { } body)
            return (null, PoolOperations.InvalidJson(request));
        if (body["numbers"] is not JsonArray { Count: > 0 } array)
            return (null, Problem.Invalid(request, "validation", ("numbers", "must be an array of numbers and not empty")));
        if (array.Count > Limit)
            return (null, Problem.Invalid(request, "validation", ("ids", "Limit of 50 numbers exceeded")));

        var malformed = array.Where(number => !IsNumber(number) && !Holds(pool, number)).Select(number => number?.ToJsonString() ?? "null").ToList();
        if (malformed.Count > 0)
        {
            var reason = $"must be 7 to 15 digits: {string.Join(", ", malformed)}";
            return (null, Problem.Invalid(request, "number-validation", ("numbers", reason)));
        }

        return ([.. array.Select(number => number!.GetValue<string>()).Distinct(StringComparer.Ordinal)], null);
    }

    /// <summary>What support put into the pool need not be an E.164 number, and is accepted as it is.</summary>
    private static bool Holds(PoolData pool, JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String && pool.Numbers.Contains(node.GetValue<string>());

    private static bool IsNumber(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.String
        && node.GetValue<string>() is { Length: >= 7 and <= 15 } text
        && text.All(char.IsAsciiDigit);
}
