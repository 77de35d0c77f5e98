using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>The operations on the numbers in a pool.</summary>
internal sealed class PoolNumberOperations(VonageCarrier vonage, PoolOperations pools, EmulatorState state)
{
    private readonly PoolLinks _links = new(state);

    private bool Alternative => state.Behavior.PoolAnswers is PoolAnswerStyle.Alternative;

    public CarrierResponse List(CarrierRequest request) => pools.FindForReading(request) is { } pool
        ? PageResponse.Of(request, state, "numbers", vonage.Pools.NumbersBefore(state.LagOf(request), pool.PoolId), number => JsonValue.Create(number))
        : PoolOperations.NotFound(request);

    public CarrierResponse Add(CarrierRequest request)
    {
        if (pools.Find(request) is not { } pool)
            return PoolOperations.NotFound(request);
        var (numbers, refusal) = NumberBatch.Read(request, pool);
        if (numbers is null)
            return refusal!;

        var failures = numbers.ToLookup(number => WhyNotAdded(request, pool.Settings.AccountId, number), StringComparer.Ordinal);
        var added = failures[null].ToList();
        var errors = new JsonArray([.. failures.Where(group => group.Key is not null).Select(group => Problem.NumbersFailed(group.Key!, group))]);
        var heldAlready = added.Count(pool.Numbers.Contains);
        vonage.Pools.AddByApi(pool.Settings.PoolId, added);
        Note(request, "added", added.Count - heldAlready, pool);
        Note(request, "needlessly added", heldAlready, pool);
        if (errors.Count == 0)
            return CarrierResponse.Json(Batch(request, pool, added), Alternative ? 200 : 201);
        if (added.Count == 0)
            return Problem.Create(request, 400, "add-number-failure", "No number could be added", problem => problem["errors"] = errors);

        var partial = Batch(request, pool, added);
        partial["error"] = Problem.Body(request, "add-numbers-partial-failure", "Not all numbers could not be added");
        partial["error"]!["errors"] = errors;
        return CarrierResponse.Json(partial, (int)HttpStatusCode.MultiStatus);
    }

    public CarrierResponse Remove(CarrierRequest request)
    {
        if (pools.Find(request) is not { } pool)
            return PoolOperations.NotFound(request);
        var (numbers, refusal) = NumberBatch.Read(request, pool);
        if (numbers is null)
            return refusal!;

        var failures = numbers.ToLookup(number => WhyNotRemoved(request, pool, number), StringComparer.Ordinal);
        var removed = failures[null].ToList();
        vonage.Pools.RemoveByApi(pool.Settings.PoolId, removed);
        Note(request, "removed", removed.Count, pool);
        if (removed.Count == numbers.Count)
            return Alternative ? CarrierResponse.Empty(HttpStatusCode.NoContent) : CarrierResponse.Json(Batch(request, pool, removed));

        var wrapped = WrapsErrors();
        var errors = new JsonArray(
        [
            .. failures.Where(group => group.Key is not null)
                .Select(group => Problem.NumbersFailed(group.Key!, group))
                .Select(error => wrapped ? new JsonObject { ["error"] = error } : error),
        ]);
        if (removed.Count == 0)
            return Problem.Create(request, 400, "number-deletion-error", "No number could be removed", problem => problem["errors"] = errors);

        var partial = Batch(request, pool, removed);
        partial["error"] = Problem.Body(request, "delete-numbers-partial-failure", "Not all numbers could not be removed");
        partial["error"]!["errors"] = errors;
        return CarrierResponse.Json(partial, (int)HttpStatusCode.MultiStatus);
    }

    public CarrierResponse RemoveOne(CarrierRequest request)
    {
        if (pools.Find(request) is not { } pool)
            return PoolOperations.NotFound(request);
        var number = request.Route("number");
        if (WhyNotRemoved(request, pool, number) is not null)
            return Problem.Create(request, 400, "number-deletion-error", $"{number} could not be removed: it is not in the pool");
        vonage.Pools.RemoveByApi(pool.Settings.PoolId, [number]);
        Note(request, "removed", 1, pool);
        return CarrierResponse.Empty(HttpStatusCode.NoContent);
    }

    private string? WhyNotAdded(CarrierRequest request, string accountId, string number)
    {
        if (request.PartialFault is { } fault && fault.Numbers.Contains(number, StringComparer.Ordinal))
            return fault.Code ?? "missing-number-subscription";
        var account = vonage.AccountOf(accountId);
        if (account.Find(number) is not { } rented)
            return "missing-number-subscription";
        if (rented.PoolRefusalsLeft > 0)
        {
            account.Change(number, rental => rental with { PoolRefusalsLeft = rental.PoolRefusalsLeft - 1 });
            return "missing-number-subscription";
        }

        return rented.UnknownToPoolsUntil > state.Now ? "missing-number-subscription" : null;
    }

    private static string? WhyNotRemoved(CarrierRequest request, PoolData pool, string number)
    {
        if (request.PartialFault is { } fault && fault.Numbers.Contains(number, StringComparer.Ordinal))
            return fault.Code ?? "missing-number";
        return pool.Numbers.Contains(number) ? null : "missing-number";
    }

    private bool WrapsErrors() => state.Behavior.RemovalErrors switch
    {
        RemovalErrorShape.Wrapped => true,
        RemovalErrorShape.Unwrapped => false,
        _ => state.Data.Vonage.PartialRemovals++ % 2 == 0,
    };

    private void Note(CarrierRequest request, string verb, int count, PoolData pool)
    {
        if (count == 0)
            return;
        state.Touch();
        request.Effect($"{verb} {count} at pool {pool.Settings.PoolId}");
    }

    private JsonObject Batch(CarrierRequest request, PoolData pool, IEnumerable<string> numbers) => new()
    {
        ["numbers"] = new JsonArray([.. numbers.Select(number => JsonValue.Create(number))]),
        ["_links"] = _links.OfNumbers(request, pool.Settings),
    };
}

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
