namespace PulumiNumbers.Carriers.Reads;

/// <summary>
/// Lets the many reads of a refresh share one paged listing. The first read asks for its one item; a second one that comes during it
/// or soon after means that there will be more, so it lists everything, and the others wait for that listing or are served from it.
/// </summary>
/// <remarks>
/// Every writer calls <see cref="Invalidate"/> when the write has ended, successful or not: a reader that begins after that never
/// sees an older state of the item. A reader that is cancelled leaves the listing to the others; the last one to leave ends it.
/// A listing that failed fails the readers that waited for it and nobody else. An item that a paged listing lacks is asked for by itself
/// before it counts as gone: pages shift when items vanish between them, and a number that counts as gone is bought again.
/// </remarks>
public sealed class SharedListing<TKey, TItem>(IListingSource<TKey, TItem> source, SharedListingOptions options, TimeProvider time)
    where TKey : notnull
    where TItem : class
{
    private readonly Lock _lock = new();
    private Listing<TKey, TItem>? _current;
    private long? _lastSingleRead;
    private int _singleReads;

    /// <summary>The item, or null where there is none.</summary>
    /// <exception cref="CarrierException">The carrier could not be asked.</exception>
    public async Task<TItem?> FindAsync(TKey key, CancellationToken cancellationToken)
    {
        if (JoinFor(key) is { } listing)
        {
            var item = (await WaitAsync(listing, cancellationToken)).GetValueOrDefault(key);
            return item is null && source.FindsOne ? await source.FindOneAsync(key, cancellationToken) : item;
        }

        try
        {
            return await source.FindOneAsync(key, cancellationToken);
        }
        finally
        {
            EndSingleRead();
        }
    }

    /// <summary>All items.</summary>
    /// <exception cref="CarrierException">The carrier could not be asked.</exception>
    public async Task<IReadOnlyCollection<TItem>> ListAsync(CancellationToken cancellationToken)
    {
        Listing<TKey, TItem> listing;
        lock (_lock)
            listing = Join(Usable() is { IsOutdatedAnywhere: false } current ? current : Begin());

        return (await WaitAsync(listing, cancellationToken)).Values;
    }

    /// <summary>Says that a write to an item has ended: what was read of it before no longer counts.</summary>
    public void Invalidate(TKey key)
    {
        lock (_lock)
            _current?.Outdate(key);
    }

    /// <summary>The listing that covers the item, or null where the item is to be asked for by itself.</summary>
    private Listing<TKey, TItem>? JoinFor(TKey key)
    {
        lock (_lock)
        {
            if (Usable() is { } current && !current.IsOutdated(key))
                return Join(current);
            if (!source.FindsOne || (_current is null && IsPartOfBurst()))
                return Join(Begin());

            _singleReads++;
            return null;
        }
    }

    private void EndSingleRead()
    {
        lock (_lock)
        {
            _singleReads--;
            _lastSingleRead = time.GetTimestamp();
        }
    }

    private async Task<Dictionary<TKey, TItem>> WaitAsync(Listing<TKey, TItem> listing, CancellationToken cancellationToken)
    {
        try
        {
            return await listing.Items.WaitAsync(cancellationToken);
        }
        finally
        {
            Leave(listing);
        }
    }

    /// <summary>The current listing, where a reader that comes now may still use it.</summary>
    private Listing<TKey, TItem>? Usable()
    {
        if (_current is { } listing && (listing.HasFailed || time.GetElapsedTime(listing.Began) > options.Oldest
            || (listing.Items.IsCompleted && time.GetElapsedTime(listing.LastUsed) > options.Idle)))
            _current = null;
        return _current;
    }

    private bool IsPartOfBurst() =>
        _singleReads > 0 || (_lastSingleRead is { } last && time.GetElapsedTime(last) <= options.Idle);

    private Listing<TKey, TItem> Begin() => _current = new Listing<TKey, TItem>(source, time.GetTimestamp());

    private Listing<TKey, TItem> Join(Listing<TKey, TItem> listing)
    {
        listing.Readers++;
        listing.LastUsed = time.GetTimestamp();
        return listing;
    }

    private void Leave(Listing<TKey, TItem> listing)
    {
        lock (_lock)
        {
            listing.LastUsed = time.GetTimestamp();
            if (--listing.Readers > 0 || listing.Items.IsCompleted)
                return;

            if (_current == listing)
                _current = null;
        }

        listing.Abandon();
    }
}
