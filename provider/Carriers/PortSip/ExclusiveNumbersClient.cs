using System.Runtime.CompilerServices;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>The exclusive numbers of a PortSIP PBX over HTTP.</summary>
internal sealed class ExclusiveNumbersClient(CarrierHttp http, string accountId) : IExclusiveNumbersClient
{
    private const string Collection = "exclusive_numbers";

    // The PBX's default; its documents name no maximum.
    private const int PageSize = 100;

    // A listing that is shorter than it says was read while it changed, or has a page that came back empty once.
    private const int ListingAttempts = 3;

    public string AccountId => accountId;

    public async IAsyncEnumerable<ExclusiveNumberInfo> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var numbers = await ListAllAsync(
            "list the exclusive numbers", () => CarrierPath.Of(Collection), PortSipJson.ReadNumber, number => number.Id, cancellationToken);
        foreach (var number in numbers)
            yield return number;
    }

    public Task<string> CreateAsync(ExclusiveNumberSettings settings, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<string>(
            $"create exclusive number {settings.Number}", HttpMethod.Post, CarrierPath.Of(Collection), RetrySafety.NonIdempotent,
            (_, json) => PortSipJson.ReadId(PortSipJson.Object(json)))
        {
            Body = new JsonBody(PortSipJson.Write(settings)),
            RefineError = NumberTaken,
        };
        return http.SendAsync(request, cancellationToken);
    }

    public async Task<ExclusiveNumberInfo?> GetAsync(string id, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<ExclusiveNumberInfo>(
            $"read exclusive number {id}", HttpMethod.Get, CarrierPath.Of(Collection, id), RetrySafety.Safe,
            (_, json) => PortSipJson.ReadNumber(PortSipJson.Object(json)));
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException exception) when (MayMeanMissing(exception))
        {
            await ConfirmMissingAsync(id, exception, cancellationToken);
            return null;
        }
    }

    public Task UpdateAsync(string id, ExclusiveNumberSettings settings, CancellationToken cancellationToken)
        => WriteAsync($"update exclusive number {id}", CarrierPath.Of(Collection, id), new JsonBody(PortSipJson.Write(settings)), cancellationToken);

    public async Task<bool> DeleteAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return await WriteAsync($"delete exclusive number {id}", CarrierPath.Of(Collection, id, "destroy"), body: null, cancellationToken);
        }
        catch (CarrierException exception) when (MayMeanMissing(exception))
        {
            await ConfirmMissingAsync(id, exception, cancellationToken);
            return false;
        }
    }

    public Task<IReadOnlyList<CallQueue>> ListQueuesAsync(string id, CancellationToken cancellationToken) => ListAllAsync(
        $"list the call queues of exclusive number {id}", () => CarrierPath.Of(Collection, id, "call_queues"),
        PortSipJson.ReadQueue, queue => queue.Id, cancellationToken);

    public Task<IReadOnlyList<QueueAgent>> ListAgentsAsync(string id, string queueId, CancellationToken cancellationToken) => ListAllAsync(
        $"list the agents of exclusive number {id} in queue {queueId}", () => CarrierPath.Of(Collection, id, "call_queues", queueId, "agents"),
        PortSipJson.ReadAgent, agent => agent.ExtensionNumber, cancellationToken);

    public Task SetAgentsAsync(string id, string queueId, IReadOnlyCollection<string> extensions, CancellationToken cancellationToken) => WriteAsync(
        $"assign agents to exclusive number {id} in queue {queueId}", CarrierPath.Of(Collection, id, "call_queues", queueId, "agents"),
        new JsonBody(new JObject { ["items"] = new JArray(extensions) }), cancellationToken);

    public Task RemoveAgentsAsync(string id, string queueId, CancellationToken cancellationToken) => WriteAsync(
        $"remove the agents of exclusive number {id} from queue {queueId}", CarrierPath.Of(Collection, id, "call_queues", queueId, "destroy"),
        body: null, cancellationToken);

    private static CarrierError NumberTaken(CarrierError error)
        => error.CarrierMessage?.Contains("exist", StringComparison.OrdinalIgnoreCase) == true ? error with { Kind = CarrierErrorKind.Conflict } : error;

    // The documents promise "4xx" for a missing number and name no code.
    private static bool MayMeanMissing(CarrierException response) => response.HttpStatus is >= 400 and < 500
        && response.Kind is CarrierErrorKind.NotFound or CarrierErrorKind.InvalidRequest or CarrierErrorKind.Unexpected;

    /// <summary>Passes where the number is missing, in the PBX's own words or by a complete listing; otherwise fails, for it may well be there.</summary>
    private async Task ConfirmMissingAsync(string id, CarrierException response, CancellationToken cancellationToken)
    {
        if (response.Kind == CarrierErrorKind.NotFound)
            return;

        bool isListed;
        try
        {
            isListed = await ListAsync(cancellationToken).AnyAsync(number => number.Id == id, cancellationToken);
        }
        catch (CarrierException)
        {
            throw response;
        }

        if (isListed)
            throw response;
    }

    private Task<bool> WriteAsync(string operation, CarrierPath path, RequestBody? body, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(operation, HttpMethod.Post, path, RetrySafety.Idempotent, ResponseBody.Ignored) { Body = body };
        return http.SendAsync(request, cancellationToken);
    }

    private async Task<IReadOnlyList<TItem>> ListAllAsync<TItem>(
        string operation, Func<CarrierPath> path, Func<JObject, TItem> read, Func<TItem, string> key, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var items = new List<TItem>();
            int? count = null;
            for (var skip = 0; ;)
            {
                var request = new CarrierRequest<PortSipPage<TItem>>(
                    operation, HttpMethod.Get, path().With("top", PageSize).With("skip", skip), RetrySafety.Safe,
                    (_, json) => PortSipJson.ReadPage(json, read));
                var page = await http.SendAsync(request, cancellationToken);
                count = page.Count ?? count;
                var before = items.Count;
                items.AddRange(page.Items.Where(item => seen.Add(key(item))));

                // Not every collection reports its count; one that is not paged at all answers the same items again.
                skip += page.Items.Count;
                if (items.Count == before || (count is { } all ? skip >= all : page.Items.Count < PageSize))
                    break;
            }

            if (count is not { } expected || items.Count >= expected)
                return items;
            if (attempt == ListingAttempts)
                throw Incomplete(operation, items.Count, expected);
        }
    }

    private static CarrierException Incomplete(string operation, int found, int count) => new(CarrierErrorKind.UnreadableResponse)
    {
        Carrier = "portsip",
        Operation = operation,
        CarrierMessage = $"the listing holds {found} of the {count} items that it announces",
        Advice = "Run it again later.",
    };
}
