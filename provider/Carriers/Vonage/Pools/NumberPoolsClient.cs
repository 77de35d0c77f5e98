using System.Net;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>Vonage Number Pools API v2 over HTTP.</summary>
internal sealed class NumberPoolsClient(CarrierHttp http, Redactor redactor) : INumberPoolsClient
{
    // The documents name no maximum; this is the largest page that Vonage's other paged APIs take.
    private const int PageSize = 100;

    public IAsyncEnumerable<Pool> ListPoolsAsync(string accountId, CancellationToken cancellationToken) => PagesAsync<Pool>(
        $"list the pools of account {accountId}",
        () => Pools(accountId),
        page => [.. page.Items<PoolJson>("pools").Select(pool => pool.ToPool(accountId))],
        cancellationToken);

    public async Task<Pool> CreatePoolAsync(Pool pool, CancellationToken cancellationToken)
    {
        var address = pool.Address;
        var request = new CarrierRequest<Pool>(
            $"create pool {address}", HttpMethod.Post, Pools(address.AccountId), RetrySafety.NonIdempotent, PoolOf(address))
        {
            Body = new JsonBody(new JObject
            {
                ["pool_id"] = address.PoolId,
                ["fallback"] = WireName<PoolFallback>.Of(pool.Fallback),
                ["localized_sender_preferred"] = pool.LocalizedSenderPreferred,
                ["predictable_sender_preferred"] = pool.PredictableSenderPreferred,
            }),
        };

        // Asked beforehand, so that a pool found after a lost answer is known to be the one made here.
        var mayFind = await GetPoolAsync(address, cancellationToken) is null;
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException exception) when (mayFind && exception.IsIndeterminate)
        {
            return await GetPoolAsync(address, cancellationToken) ?? await http.SendAsync(request, cancellationToken);
        }
    }

    public async Task<Pool?> GetPoolAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<Pool>(
            $"read pool {address}", HttpMethod.Get, PoolAt(address), RetrySafety.Safe, PoolOf(address));
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException exception) when (exception.Kind == CarrierErrorKind.NotFound)
        {
            return null;
        }
    }

    public Task<Pool> UpdatePoolAsync(PoolAddress address, PoolPatch patch, CancellationToken cancellationToken)
    {
        var body = new JObject();
        if (patch.Fallback is { } fallback)
            body["fallback"] = WireName<PoolFallback>.Of(fallback);
        if (patch.LocalizedSenderPreferred is { } localized)
            body["localized_sender_preferred"] = localized;
        if (patch.PredictableSenderPreferred is { } predictable)
            body["predictable_sender_preferred"] = predictable;

        var request = new CarrierRequest<Pool>(
            $"update pool {address}", HttpMethod.Patch, PoolAt(address), RetrySafety.Idempotent, PoolOf(address))
        {
            Body = new JsonBody(body),
        };
        return http.SendAsync(request, cancellationToken);
    }

    public async Task DeletePoolAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(
            $"delete pool {address}", HttpMethod.Delete, PoolAt(address), RetrySafety.Idempotent, ResponseBody.Ignored);
        try
        {
            await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException exception) when (exception.Kind == CarrierErrorKind.NotFound)
        {
            // Gone already, perhaps by an attempt whose answer was lost.
        }
    }

    public async IAsyncEnumerable<Msisdn> ListNumbersAsync(PoolAddress address, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var listing = PagesAsync(
            $"list the numbers of pool {address}", () => NumbersOf(address), page => page.Items<string>("numbers"), cancellationToken);

        // A number that moves between pages while they are read would come twice.
        var seen = new HashSet<Msisdn>();
        await foreach (var digits in listing)
        {
            if (Msisdn.TryParse(digits, out var number) && seen.Add(number))
                yield return number;
        }
    }

    public Task<BatchOutcome> AddNumbersAsync(PoolAddress address, IReadOnlyList<Msisdn> numbers, CancellationToken cancellationToken)
        => SendBatchAsync($"add {Count(numbers)} to pool {address}", NumbersOf(address), numbers, cancellationToken);

    public Task<BatchOutcome> RemoveNumbersAsync(PoolAddress address, IReadOnlyList<Msisdn> numbers, CancellationToken cancellationToken)
        => SendBatchAsync($"remove {Count(numbers)} from pool {address}", NumbersOf(address, "delete"), numbers, cancellationToken);

    public Task RemoveNumberAsync(PoolAddress address, Msisdn number, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(
            $"remove {number} from pool {address}", HttpMethod.Delete, NumbersOf(address, number.Digits), RetrySafety.NonIdempotent, WhollyDone);
        return http.SendAsync(request, cancellationToken);
    }

    private static bool WhollyDone(HttpStatusCode status, JToken? body) => status == HttpStatusCode.MultiStatus
        ? throw new JsonSerializationException("one number cannot be removed in part")
        : true;

    private static string Count(IReadOnlyList<Msisdn> numbers) => numbers.Count == 1 ? $"{numbers[0]}" : $"{numbers.Count} numbers";

    private static CarrierPath Pools(string accountId) => CarrierPath.Of("v2", "numberpools", "accounts", accountId, "pools");

    private static CarrierPath PoolAt(PoolAddress address) => CarrierPath.Of("v2", "numberpools", "accounts", address.AccountId, "pools", address.PoolId);

    private static CarrierPath NumbersOf(PoolAddress address, params string[] tail)
        => CarrierPath.Of(["v2", "numberpools", "accounts", address.AccountId, "pools", address.PoolId, "numbers", .. tail]);

    private static Func<HttpStatusCode, JToken?, Pool> PoolOf(PoolAddress address)
        => LenientJson.As<PoolJson, Pool>(pool => pool.ToPool(address.AccountId));

    private Task<BatchOutcome> SendBatchAsync(
        string operation, CarrierPath path, IReadOnlyList<Msisdn> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count > NumberPoolsLimits.NumbersPerBatch)
            throw new ArgumentOutOfRangeException(nameof(numbers), numbers.Count, $"at most {NumberPoolsLimits.NumbersPerBatch} numbers go into one request");
        var request = new CarrierRequest<BatchOutcome>(
            operation, HttpMethod.Post, path, RetrySafety.NonIdempotent, new BatchReader(numbers, redactor).Read)
        {
            Body = new JsonBody(new JObject { ["numbers"] = new JArray(numbers.Select(number => number.Digits)) }),
            AcceptsStatus = BatchReader.TellsOfNumbers,
        };
        return http.SendAsync(request, cancellationToken);
    }

    private async IAsyncEnumerable<TItem> PagesAsync<TItem>(
        string operation, Func<CarrierPath> path, Func<PageJson, IReadOnlyList<TItem>> items, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var asked = number;
            var request = new CarrierRequest<(IReadOnlyList<TItem> Items, bool HasNext)>(
                operation, HttpMethod.Get, path().With("page_size", PageSize).With("page", number), RetrySafety.Safe,
                LenientJson.As<PageJson, (IReadOnlyList<TItem>, bool)>(page => (items(page), page.HasNext(asked))));
            var page = await http.SendAsync(request, cancellationToken);
            foreach (var item in page.Items)
                yield return item;
            if (!page.HasNext || page.Items.Count == 0)
                break;
        }
    }
}
