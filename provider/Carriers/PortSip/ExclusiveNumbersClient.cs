using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>The exclusive numbers of a PortSIP PBX over HTTP.</summary>
internal sealed class ExclusiveNumbersClient(CarrierHttp http) : IExclusiveNumbersClient
{
    private const string Collection = "exclusive_numbers";

    // The PBX's default; its documents name no maximum.
    private const int PageSize = 100;

    public IAsyncEnumerable<ExclusiveNumber> ListAsync(CancellationToken cancellationToken) => PagesAsync<ExclusiveNumberJson, ExclusiveNumber>(
        "list the exclusive numbers", () => CarrierPath.Of(Collection), json => json.ToExclusiveNumber(), number => number.Id, cancellationToken);

    public async Task<string> CreateAsync(ExclusiveNumberSettings settings, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<string>(
            $"create exclusive number {settings.Number}", HttpMethod.Post, CarrierPath.Of(Collection), RetrySafety.NonIdempotent,
            LenientJson.As<ExclusiveNumberJson, string>(json => json.Id))
        {
            Body = BodyOf(settings),
            RefineError = NumberTaken,
        };
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException exception) when (exception.IsIndeterminate)
        {
            // A number is exclusive once, so one as it was asked for is the lost answer's; one with other settings is somebody else's.
            var made = await ListAsync(cancellationToken).FirstOrDefaultAsync(number => number.Number == settings.Number, cancellationToken);
            if (made is null)
                return await http.SendAsync(request, cancellationToken);
            if (made.Enabled == settings.Enabled && (made.Description ?? "") == (settings.Description ?? ""))
                return made.Id;
            throw;
        }
    }

    public async Task<ExclusiveNumber?> GetAsync(string id, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<ExclusiveNumber>(
            $"read exclusive number {id}", HttpMethod.Get, CarrierPath.Of(Collection, id), RetrySafety.Safe,
            LenientJson.As<ExclusiveNumberJson, ExclusiveNumber>(json => json.ToExclusiveNumber()));
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException exception) when (exception.Kind == CarrierErrorKind.NotFound)
        {
            return null;
        }
    }

    public Task UpdateAsync(string id, ExclusiveNumberSettings settings, CancellationToken cancellationToken)
        => WriteAsync($"update exclusive number {id}", CarrierPath.Of(Collection, id), BodyOf(settings), cancellationToken);

    public async Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync($"delete exclusive number {id}", CarrierPath.Of(Collection, id, "destroy"), body: null, cancellationToken);
        }
        catch (CarrierException exception) when (exception.Kind == CarrierErrorKind.NotFound)
        {
            // Gone already, perhaps by an attempt whose answer was lost.
        }
    }

    public async Task<IReadOnlyList<CallQueue>> ListQueuesAsync(string id, CancellationToken cancellationToken)
    {
        var queues = PagesAsync<CallQueueJson, CallQueue>(
            $"list the call queues of exclusive number {id}", () => CarrierPath.Of(Collection, id, "call_queues"),
            json => json.ToQueue(), queue => queue.Id, cancellationToken);
        return await queues.ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<QueueAgent>> ListAgentsAsync(string id, string queueId, CancellationToken cancellationToken)
    {
        var agents = PagesAsync<QueueAgentJson, QueueAgent>(
            $"list the agents of exclusive number {id} in queue {queueId}", () => CarrierPath.Of(Collection, id, "call_queues", queueId, "agents"),
            json => json.ToAgent(), agent => agent.ExtensionNumber, cancellationToken);
        return await agents.ToListAsync(cancellationToken);
    }

    public Task SetAgentsAsync(string id, string queueId, IReadOnlyCollection<string> extensions, CancellationToken cancellationToken) => WriteAsync(
        $"assign agents to exclusive number {id} in queue {queueId}", CarrierPath.Of(Collection, id, "call_queues", queueId, "agents"),
        new JsonBody(new JObject { ["items"] = new JArray(extensions) }), cancellationToken);

    public Task RemoveAgentsAsync(string id, string queueId, CancellationToken cancellationToken) => WriteAsync(
        $"remove the agents of exclusive number {id} from queue {queueId}", CarrierPath.Of(Collection, id, "call_queues", queueId, "destroy"),
        body: null, cancellationToken);

    private static JsonBody BodyOf(ExclusiveNumberSettings settings) => new(new JObject
    {
        ["number"] = settings.Number,
        ["enabled"] = settings.Enabled,
        ["description"] = settings.Description ?? "",
    });

    private static CarrierError NumberTaken(CarrierError error)
        => error.CarrierMessage?.Contains("exist", StringComparison.OrdinalIgnoreCase) == true ? error with { Kind = CarrierErrorKind.Conflict } : error;

    private Task<bool> WriteAsync(string operation, CarrierPath path, RequestBody? body, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(operation, HttpMethod.Post, path, RetrySafety.Idempotent, ResponseBody.Ignored) { Body = body };
        return http.SendAsync(request, cancellationToken);
    }

    private async IAsyncEnumerable<TItem> PagesAsync<TJson, TItem>(
        string operation, Func<CarrierPath> path, Func<TJson, TItem> map, Func<TItem, string> id, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var skip = 0; ;)
        {
            var request = new CarrierRequest<(IReadOnlyList<TItem> Items, int? Count)>(
                operation, HttpMethod.Get, path().With("top", PageSize).With("skip", skip), RetrySafety.Safe,
                LenientJson.As<ItemsJson<TJson>, (IReadOnlyList<TItem>, int?)>(page => ([.. (page.Items ?? []).Select(map)], page.Count)));
            var (items, count) = await http.SendAsync(request, cancellationToken);
            var isNew = false;
            foreach (var item in items.Where(item => seen.Add(id(item))))
            {
                isNew = true;
                yield return item;
            }

            // Not every collection tells its count; one that is not paged at all answers the same items again.
            skip += items.Count;
            if (!isNew || (count is { } all ? skip >= all : items.Count < PageSize))
                break;
        }
    }
}
