using System.Net;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>Vonage Number Pools API v2 over HTTP.</summary>
internal sealed class NumberPoolsClient(CarrierHttp http, Redactor redactor, string accountId) : INumberPoolsClient
{
    // The documents name no maximum; this is the largest page that Vonage's other paged APIs take.
    private const int PageSize = 100;

    public string AccountId => accountId;

    public IAsyncEnumerable<Pool> ListPoolsAsync(string account, CancellationToken cancellationToken) => ListAsync(
        $"list the pools of account {account}", () => Pools(account), "pools", item => PoolJson.ReadPool(item, account),
        pool => pool.Address.PoolId, cancellationToken);

    public Task<Pool> CreatePoolAsync(Pool pool, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<Pool>(
            $"create pool {pool.Address}", HttpMethod.Post, Pools(pool.Address.AccountId), RetrySafety.NonIdempotent, PoolOf(pool.Address))
        {
            Body = new JsonBody(PoolJson.Write(pool)),
        };
        return http.SendAsync(request, cancellationToken);
    }

    public async Task<Pool?> GetPoolAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<Pool>(
            $"read pool {address}", HttpMethod.Get, PoolAt(address), RetrySafety.Safe, PoolOf(address));
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException response) when (response.HttpStatus is not null)
        {
            await ThrowUnlessMissingAsync(address, response, cancellationToken);
            return null;
        }
    }

    public Task<Pool> UpdatePoolAsync(PoolAddress address, PoolPatch patch, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<Pool>(
            $"update pool {address}", HttpMethod.Patch, PoolAt(address), RetrySafety.Idempotent, PoolOf(address))
        {
            Body = new JsonBody(PoolJson.Write(patch)),
        };
        return http.SendAsync(request, cancellationToken);
    }

    public async Task<bool> DeletePoolAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(
            $"delete pool {address}", HttpMethod.Delete, PoolAt(address), RetrySafety.Idempotent, ResponseBody.Ignored);
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (CarrierException response) when (response.HttpStatus is not null)
        {
            await ThrowUnlessMissingAsync(address, response, cancellationToken);
            return false;
        }
    }

    public async Task<IReadOnlySet<PoolNumber>> ListNumbersAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        var listing = ListAsync(
            $"list the numbers of pool {address}", () => NumbersOf(address), "numbers", PoolJson.Text, text => text, cancellationToken);
        try
        {
            var numbers = await listing.ToListAsync(cancellationToken);
            return numbers.Select(PoolNumber.FromCarrier).OfType<PoolNumber>().ToHashSet();
        }
        catch (CarrierException response) when (response.HttpStatus is not null)
        {
            throw await ConfirmMissingAsync(address, response, cancellationToken);
        }
    }

    public Task<BatchOutcome> AddNumbersAsync(PoolAddress address, IReadOnlyList<PoolNumber> numbers, CancellationToken cancellationToken)
        => SendBatchAsync($"add {Count(numbers)} to pool {address}", NumbersOf(address), numbers, cancellationToken);

    public Task<BatchOutcome> RemoveNumbersAsync(PoolAddress address, IReadOnlyList<PoolNumber> numbers, CancellationToken cancellationToken)
        => SendBatchAsync($"remove {Count(numbers)} from pool {address}", NumbersOf(address, "delete"), numbers, cancellationToken);

    public Task RemoveNumberAsync(PoolAddress address, PoolNumber number, CancellationToken cancellationToken)
    {
        var request = new CarrierRequest<bool>(
            $"remove {number} from pool {address}", HttpMethod.Delete, NumbersOf(address, number.Digits), RetrySafety.NonIdempotent, WhollyDone);
        return http.SendAsync(request, cancellationToken);
    }

    private static bool WhollyDone(HttpStatusCode status, JToken? body) => status == HttpStatusCode.MultiStatus
        ? throw new UnreadableResponseException("one number cannot be removed in part")
        : true;

    private static string Count(IReadOnlyList<PoolNumber> numbers) => numbers.Count == 1 ? $"{numbers[0]}" : $"{numbers.Count} numbers";

    private static CarrierPath Pools(string accountId) => CarrierPath.Of("v2", "numberpools", "accounts", accountId, "pools");

    private static CarrierPath PoolAt(PoolAddress address) => CarrierPath.Of("v2", "numberpools", "accounts", address.AccountId, "pools", address.PoolId);

    private static CarrierPath NumbersOf(PoolAddress address, params string[] tail)
        => CarrierPath.Of(["v2", "numberpools", "accounts", address.AccountId, "pools", address.PoolId, "numbers", .. tail]);

    private static Func<HttpStatusCode, JToken?, Pool> PoolOf(PoolAddress address) => (_, json) => PoolJson.ReadPool(json, address.AccountId);

    private Task<BatchOutcome> SendBatchAsync(
        string operation, CarrierPath path, IReadOnlyList<PoolNumber> numbers, CancellationToken cancellationToken)
    {
        if (numbers.Count > NumberPoolsLimits.NumbersPerBatch)
            throw new ArgumentOutOfRangeException(nameof(numbers), numbers.Count, $"at most {NumberPoolsLimits.NumbersPerBatch} numbers go into one request");
        var request = new CarrierRequest<BatchOutcome>(
            operation, HttpMethod.Post, path, RetrySafety.NonIdempotent, new BatchReader(numbers, redactor).Read)
        {
            Body = new JsonBody(new JObject { ["numbers"] = new JArray(numbers.Select(number => number.Digits)) }),
            AcceptsStatus = BatchReader.ReportsNumbers,
        };
        return http.SendAsync(request, cancellationToken);
    }

    private async Task ThrowUnlessMissingAsync(PoolAddress address, CarrierException response, CancellationToken cancellationToken)
    {
        var confirmed = await ConfirmMissingAsync(address, response, cancellationToken);
        if (confirmed.Kind != CarrierErrorKind.NotFound)
            throw confirmed;
    }

    private Task<CarrierException> ConfirmMissingAsync(PoolAddress address, CarrierException response, CancellationToken cancellationToken) =>
        MissingConfirmation.ConfirmAsync(
            response,
            async () => await ListPoolsAsync(address.AccountId, cancellationToken).AnyAsync(pool => pool.Address.PoolId == address.PoolId, cancellationToken));

    private IAsyncEnumerable<TItem> ListAsync<TItem>(
        string operation, Func<CarrierPath> path, string name, Func<JToken, TItem?> read, Func<TItem, string> key, CancellationToken cancellationToken)
        where TItem : class =>
        new PagedListing<TItem>(http, operation).ReadAsync(
            (number, token) => http.SendAsync(
                new CarrierRequest<Page<TItem>>(
                    operation, HttpMethod.Get, path().With("page_size", PageSize).With("page", number), RetrySafety.Safe,
                    (_, json) => PoolJson.ReadPage(json, name, read)),
                token),
            key, cancellationToken);
}
