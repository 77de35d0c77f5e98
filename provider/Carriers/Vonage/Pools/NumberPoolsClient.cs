using System.Net;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>Vonage Number Pools API v2 over HTTP.</summary>
internal sealed class NumberPoolsClient(CarrierHttp http, Redactor redactor, string accountId) : INumberPoolsClient
{
    // The documents name no maximum; this is the largest page that Vonage's other paged APIs take.
    private const int PageSize = 100;

    // A listing that is shorter than it says was read while the pool changed, or has a page that came back empty once.
    private const int ListingAttempts = 3;

    public string AccountId => accountId;

    public async IAsyncEnumerable<Pool> ListPoolsAsync(string account, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pools = await ListAllAsync(
            $"list the pools of account {account}", () => Pools(account), "pools", item => PoolJson.ReadPool(item, account),
            pool => pool.Address.PoolId, cancellationToken);
        foreach (var pool in pools)
            yield return pool;
    }

    public Task<Pool> CreatePoolAsync(Pool pool, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<Pool>(
            $"create pool {pool.Address}", HttpMethod.Post, Pools(pool.Address.AccountId), Repeatability.Once, PoolOf(pool.Address))
        {
            Body = new JsonBody(PoolJson.Write(pool)),
        };
        return http.SendAsync(request, cancellationToken);
    }

    public async Task<Pool?> GetPoolAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<Pool>(
            $"read pool {address}", HttpMethod.Get, PoolAt(address), Repeatability.Read, PoolOf(address));
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException exception) when (exception.HttpStatus is (int)HttpStatusCode.NotFound)
        {
            await ConfirmMissingAsync(address, exception, cancellationToken);
            return null;
        }
    }

    public Task<Pool> UpdatePoolAsync(PoolAddress address, PoolPatch patch, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<Pool>(
            $"update pool {address}", HttpMethod.Patch, PoolAt(address), Repeatability.Idempotent, PoolOf(address))
        {
            Body = new JsonBody(PoolJson.Write(patch)),
        };
        return WriteAsync(request, cancellationToken);
    }

    public async Task<bool> DeletePoolAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(
            $"delete pool {address}", HttpMethod.Delete, PoolAt(address), Repeatability.Idempotent, Answer.Done);
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException exception) when (exception.HttpStatus is (int)HttpStatusCode.NotFound)
        {
            await ConfirmMissingAsync(address, exception, cancellationToken);
            return false;
        }
    }

    public async Task<IReadOnlySet<PoolNumber>> ListNumbersAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        try
        {
            var numbers = await ListAllAsync(
                $"list the numbers of pool {address}", () => NumbersOf(address), "numbers", PoolJson.Text, text => text, cancellationToken);
            return numbers.Select(PoolNumber.FromCarrier).OfType<PoolNumber>().ToHashSet();
        }
        catch (CarrierException exception) when (exception.HttpStatus is (int)HttpStatusCode.NotFound)
        {
            await ConfirmMissingAsync(address, exception, cancellationToken);
            throw Missing(exception);
        }
    }

    public Task<BatchOutcome> AddNumbersAsync(PoolAddress address, IReadOnlyList<PoolNumber> numbers, CancellationToken cancellationToken)
        => SendBatchAsync($"add {Count(numbers)} to pool {address}", NumbersOf(address), numbers, cancellationToken);

    public Task<BatchOutcome> RemoveNumbersAsync(PoolAddress address, IReadOnlyList<PoolNumber> numbers, CancellationToken cancellationToken)
        => SendBatchAsync($"remove {Count(numbers)} from pool {address}", NumbersOf(address, "delete"), numbers, cancellationToken);

    public Task RemoveNumberAsync(PoolAddress address, PoolNumber number, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(
            $"remove {number} from pool {address}", HttpMethod.Delete, NumbersOf(address, number.Digits), Repeatability.Once, WhollyDone);
        return WriteAsync(request, cancellationToken);
    }

    private static bool WhollyDone(HttpStatusCode status, JToken? body) => status == HttpStatusCode.MultiStatus
        ? throw new JsonSerializationException("one number cannot be removed in part")
        : true;

    private static string Count(IReadOnlyList<PoolNumber> numbers) => numbers.Count == 1 ? $"{numbers[0]}" : $"{numbers.Count} numbers";

    private static CarrierPath Pools(string accountId) => CarrierPath.Of("v2", "numberpools", "accounts", accountId, "pools");

    private static CarrierPath PoolAt(PoolAddress address) => CarrierPath.Of("v2", "numberpools", "accounts", address.AccountId, "pools", address.PoolId);

    private static CarrierPath NumbersOf(PoolAddress address, params string[] tail)
        => CarrierPath.Of(["v2", "numberpools", "accounts", address.AccountId, "pools", address.PoolId, "numbers", .. tail]);

    private static Func<HttpStatusCode, JToken?, Pool> PoolOf(PoolAddress address) => (_, json) => PoolJson.ReadPool(json, address.AccountId);

    /// <summary>The failure under the kind that says that the pool is missing.</summary>
    private static CarrierException Missing(CarrierException response) => response.Kind == CarrierErrorKind.NotFound ? response : new(CarrierErrorKind.NotFound, response)
    {
        Carrier = response.Carrier,
        Operation = response.Operation,
        HttpStatus = response.HttpStatus,
        Words = "the account has no such pool",
    };

    private Task<BatchOutcome> SendBatchAsync(
        string operation, CarrierPath path, IReadOnlyList<PoolNumber> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count > NumberPoolsLimits.NumbersPerBatch)
            throw new ArgumentOutOfRangeException(nameof(numbers), numbers.Count, $"at most {NumberPoolsLimits.NumbersPerBatch} numbers go into one request");
        var request = new CarrierRequest<BatchOutcome>(
            operation, HttpMethod.Post, path, Repeatability.Once, new BatchReader(numbers, redactor).Read)
        {
            Body = new JsonBody(new JObject { ["numbers"] = new JArray(numbers.Select(number => number.Digits)) }),
            AlsoUnderstands = BatchReader.ReportsNumbers,
        };
        return WriteAsync(request, cancellationToken);
    }

    /// <summary>Sends a change of what exists: a 404 that is not Vonage's own must not pass for a missing pool.</summary>
    private async Task<TResult> WriteAsync<TResult>(CarrierRequest<TResult> request, CancellationToken cancellationToken)
    {
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException exception) when (exception is { Kind: CarrierErrorKind.NotFound, Code: null })
        {
            throw NotFromApi(exception);
        }
    }

    /// <summary>Passes where a 404 means that the pool is missing; otherwise fails, for the pool may well be there.</summary>
    private async Task ConfirmMissingAsync(PoolAddress address, CarrierException response, CancellationToken cancellationToken)
    {
        if (response.Code == NumberPoolsCodes.NotFound)
            return;
        if (response.Kind == CarrierErrorKind.Unauthenticated)
            throw response;

        bool isListed;
        try
        {
            isListed = await ListPoolsAsync(address.AccountId, cancellationToken).AnyAsync(pool => pool.Address.PoolId == address.PoolId, cancellationToken);
        }
        catch (CarrierException)
        {
            isListed = true;
        }

        if (isListed)
            throw response.Kind == CarrierErrorKind.NotFound ? NotFromApi(response) : response;
    }

    private static CarrierException NotFromApi(CarrierException response) => new(CarrierErrorKind.Unexpected, response)
    {
        Carrier = response.Carrier,
        Operation = response.Operation,
        HttpStatus = response.HttpStatus,
        Code = response.Code,
        Words = response.Words,
        TraceId = response.TraceId,
        Advice = "This 404 does not come from the Number Pools API and says nothing about the pool: check `numbers:vonagePoolsUrl` and proxies on the way.",
    };

    private async Task<IReadOnlyCollection<TItem>> ListAllAsync<TItem>(
        string operation, Func<CarrierPath> path, string name, Func<JToken, TItem?> read, Func<TItem, string> key, CancellationToken cancellationToken)
        where TItem : class
    {
        for (var attempt = 1; ; attempt++)
        {
            // An item that moves between pages while they are read would come twice.
            var items = new Dictionary<string, TItem>(StringComparer.Ordinal);
            int? total = null;
            for (var number = 1; ; number++)
            {
                var requested = number;
                var request = new CarrierRequest<PoolPage<TItem>>(
                    operation, HttpMethod.Get, path().With("page_size", PageSize).With("page", number), Repeatability.Read,
                    (_, json) => PoolJson.ReadPage(json, name, requested, read));
                var page = await http.SendAsync(request, cancellationToken);
                var before = items.Count;
                foreach (var item in page.Items)
                    items.TryAdd(key(item), item);
                total = page.TotalItems ?? total;
                if (!page.HasNext || items.Count == before)
                    break;
            }

            if (total is not { } expected || items.Count >= expected)
                return items.Values;
            if (attempt == ListingAttempts)
                throw Incomplete(operation, items.Count, expected);
        }
    }

    private static CarrierException Incomplete(string operation, int count, int total) => new(CarrierErrorKind.Unexpected)
    {
        Carrier = "vonage",
        Operation = operation,
        Words = $"the listing holds {count} of the {total} items that it announces",
        Advice = "Run it again later; if it stays like this, ask Vonage's support.",
    };
}
