using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.PortSip;

/// <summary>The operations on an exclusive number's queues and their agents.</summary>
internal sealed class CallQueueOperations(PortSipExchange exchange, Func<CarrierRequest, PortSipTenant> tenantOf)
{
    public CarrierResponse ListQueues(CarrierRequest request)
    {
        if (tenantOf(request).Find(request.Route("id")) is not { } number)
            return ExclusiveNumberOperations.NotFound(request);
        var assigned = exchange.Queues.Where(queue => number.Agents.ContainsKey(queue.Id));
        return Items(assigned.Select(queue => new JsonObject
        {
            ["id"] = queue.Id,
            ["name"] = queue.Name,
            ["extension_number"] = queue.ExtensionNumber,
        }));
    }

    public CarrierResponse ListAgents(CarrierRequest request) => WithQueue(request, (number, queue) => Items(
        number.Agents.GetValueOrDefault(queue.Id, [])
            .Select(extension => exchange.Agents.First(agent => agent.ExtensionNumber == extension))
            .Select(agent => new JsonObject
            {
                ["id"] = agent.Id,
                ["name"] = agent.Name,
                ["display_name"] = agent.DisplayName,
                ["extension_number"] = agent.ExtensionNumber,
            })));

    public CarrierResponse SetAgents(CarrierRequest request) => WithQueue(request, (number, queue) =>
    {
        if (request.Body.JsonObject()?["items"] is not JsonArray items || items.Any(item => item?.GetValueKind() is not JsonValueKind.String))
            return PortSipResponses.Invalid("items must be an array of extension numbers");
        var extensions = items.Select(item => item!.GetValue<string>()).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (extensions.FirstOrDefault(extension => extension.Length is < 3 or > 64 || !extension.All(char.IsAsciiDigit)) is { } malformed)
            return PortSipResponses.Invalid($"extension number {malformed} must have 3 to 64 digits");
        if (extensions.FirstOrDefault(extension => exchange.Agents.All(agent => agent.ExtensionNumber != extension)) is { } unknown)
            return PortSipResponses.Invalid($"there is no extension {unknown}");

        Assign(request, number, queue, extensions);
        request.Effect($"set {extensions.Length} agents of {number.Number} in {queue.Name}");
        return CarrierResponse.Empty(HttpStatusCode.OK);
    });

    public CarrierResponse RemoveAgents(CarrierRequest request) => WithQueue(request, (number, queue) =>
    {
        Assign(request, number, queue, []);
        request.Effect($"removed the agents of {number.Number} in {queue.Name}");
        return CarrierResponse.Empty(HttpStatusCode.NoContent);
    });

    private void Assign(CarrierRequest request, ExclusiveNumber number, CallQueue queue, ImmutableArray<string> extensions) => tenantOf(request).ChangeByApi(
        number.Id,
        old => old with { Agents = extensions.IsEmpty ? old.Agents.Remove(queue.Id) : old.Agents.SetItem(queue.Id, extensions) });

    private CarrierResponse WithQueue(CarrierRequest request, Func<ExclusiveNumber, CallQueue, CarrierResponse> act)
    {
        if (tenantOf(request).Find(request.Route("id")) is not { } number)
            return ExclusiveNumberOperations.NotFound(request);
        var queue = exchange.Queues.FirstOrDefault(queue => queue.Id == request.Route("queue"));
        return queue is null ? PortSipResponses.NotFound($"call queue {request.Route("queue")}") : act(number, queue);
    }

    private static CarrierResponse Items(IEnumerable<JsonObject> items) => CarrierResponse.Json(new JsonObject { ["items"] = new JsonArray([.. items]) });
}
