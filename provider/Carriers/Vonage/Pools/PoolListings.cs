using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers.Reads;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>Tells which pools hold a number.</summary>
public interface IPoolMembershipLookup
{
    /// <summary>The account's pools that hold the number.</summary>
    /// <exception cref="CarrierException">The pools could not be listed.</exception>
    Task<IReadOnlyList<PoolAddress>> FindPoolsAsync(Msisdn number, CancellationToken cancellationToken);
}

/// <summary>
/// What many reads of pools share: one listing of an account's pools, one of each pool's numbers, and one index of all pools by number. Whoever
/// writes to a pool calls <see cref="Invalidate"/> when the write has ended, successful or not.
/// </summary>
/// <param name="client">The Number Pools API.</param>
/// <param name="accountId">The account whose pools are searched for a number.</param>
/// <param name="time">The clock.</param>
public sealed class PoolListings(INumberPoolsClient client, string accountId, TimeProvider time) : IPoolMembershipLookup
{
    private static readonly SharedListingOptions Options = new();

    private readonly ConcurrentDictionary<string, SharedListing<string, Pool>> _pools = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<PoolAddress, SharedListing<string, string>> _numbers = [];
    private readonly SharedListing<string, NumberInPools> _index = new(
        new IndexSource(client, accountId), new SharedListingOptions { Idle = TimeSpan.FromHours(1), Oldest = TimeSpan.FromHours(1) }, time);

    /// <summary>The pool, or null where the account has none of that id. Reads that come together share one listing.</summary>
    public Task<Pool?> FindPoolAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _pools.GetOrAdd(address.AccountId, account => new SharedListing<string, Pool>(new PoolsSource(client, account), Options, time))
            .FindAsync(address.PoolId, cancellationToken);
    }

    /// <summary>All that a pool holds. Reads that come together share one listing.</summary>
    /// <exception cref="CarrierException">The pool could not be listed. Kind <see cref="CarrierErrorKind.NotFound"/>: there is no such pool.</exception>
    public async Task<IReadOnlySet<PoolNumber>> ListNumbersAsync(PoolAddress address, CancellationToken cancellationToken)
    {
        var numbers = await Numbers(address).ListAsync(cancellationToken);
        return numbers.Select(number => PoolNumber.FromCarrier(number)!.Value).ToHashSet();
    }

    /// <inheritdoc/>
    /// <remarks>All pools are listed once; a pool that held the number then is asked again, since the run may have removed it.</remarks>
    public async Task<IReadOnlyList<PoolAddress>> FindPoolsAsync(Msisdn number, CancellationToken cancellationToken)
    {
        if (await _index.FindAsync(number.Digits, cancellationToken) is not { } found)
            return [];

        List<PoolAddress> pools = [];
        foreach (var pool in found.Pools)
        {
            try
            {
                if ((await ListNumbersAsync(pool, cancellationToken)).Contains(PoolNumber.From(number)))
                    pools.Add(pool);
            }
            catch (CarrierException missing) when (missing.Kind == CarrierErrorKind.NotFound)
            {
                // Deleted since the pools were listed.
            }
        }

        return pools;
    }

    /// <summary>Says that a write to a pool has ended: what was read of it before no longer counts.</summary>
    public void Invalidate(PoolAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (_pools.TryGetValue(address.AccountId, out var pools))
            pools.Invalidate(address.PoolId);
        if (_numbers.TryGetValue(address, out var numbers))
            numbers.Invalidate(address.PoolId);
    }

    private SharedListing<string, string> Numbers(PoolAddress address) =>
        _numbers.GetOrAdd(address, pool => new SharedListing<string, string>(new PoolNumbersSource(client, pool), Options, time));

    private sealed record NumberInPools(string Number, IReadOnlyList<PoolAddress> Pools);

    private sealed class PoolsSource(INumberPoolsClient client, string accountId) : IListingSource<string, Pool>
    {
        public bool FindsOne => true;

        public string KeyOf(Pool item) => item.Address.PoolId;

        public IAsyncEnumerable<Pool> ListAsync(CancellationToken cancellationToken) => client.ListPoolsAsync(accountId, cancellationToken);

        public Task<Pool?> FindOneAsync(string key, CancellationToken cancellationToken) =>
            client.GetPoolAsync(new PoolAddress(accountId, key), cancellationToken);
    }

    private sealed class PoolNumbersSource(INumberPoolsClient client, PoolAddress pool) : IListingSource<string, string>
    {
        public bool FindsOne => false;

        public string KeyOf(string item) => item;

        public async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            foreach (var number in await client.ListNumbersAsync(pool, cancellationToken))
                yield return number.Digits;
        }

        public Task<string?> FindOneAsync(string key, CancellationToken cancellationToken) => throw new NotSupportedException();
    }

    private sealed class IndexSource(INumberPoolsClient client, string accountId) : IListingSource<string, NumberInPools>
    {
        public bool FindsOne => false;

        public string KeyOf(NumberInPools item) => item.Number;

        public async IAsyncEnumerable<NumberInPools> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var pools = await client.ListPoolsAsync(accountId, cancellationToken).Select(pool => pool.Address).ToListAsync(cancellationToken);
            var contents = new ConcurrentDictionary<PoolAddress, IReadOnlySet<PoolNumber>>();
            await Parallel.ForEachAsync(
                pools,
                new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = cancellationToken },
                async (pool, token) => contents[pool] = await client.ListNumbersAsync(pool, token));
            foreach (var group in pools.SelectMany(pool => contents[pool].Select(number => (number, pool))).GroupBy(entry => entry.number, entry => entry.pool))
                yield return new NumberInPools(group.Key.Digits, [.. group]);
        }

        public Task<NumberInPools?> FindOneAsync(string key, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
