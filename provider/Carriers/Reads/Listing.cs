namespace PulumiNumbers.Carriers.Reads;

/// <summary>One listing under way or done. The <see cref="SharedListing{TKey, TItem}"/> that owns it guards its members.</summary>
internal sealed class Listing<TKey, TItem>
    where TKey : notnull
    where TItem : class
{
    private readonly Action _abandon;
    private readonly HashSet<TKey> _outdated = [];

    public Listing(IListingSource<TKey, TItem> source, long began)
    {
        Began = began;
        LastUsed = began;
        var cancellation = new CancellationTokenSource();
        _abandon = cancellation.Cancel;
        Items = Task.Run(() => ReadAsync(source, cancellation.Token));
    }

    public Task<Dictionary<TKey, TItem>> Items { get; }

    /// <summary>When the first page was asked for: nothing in it is older.</summary>
    public long Began { get; }

    public long LastUsed { get; set; }

    /// <summary>How many wait for it.</summary>
    public int Readers { get; set; }

    public bool HasFailed => Items.IsFaulted || Items.IsCanceled;

    public bool IsOutdatedAnywhere => _outdated.Count > 0;

    public bool IsOutdated(TKey key) => _outdated.Contains(key);

    public void Outdate(TKey key) => _outdated.Add(key);

    /// <summary>Ends it, because nobody waits for it any more.</summary>
    public void Abandon() => _abandon();

    private static async Task<Dictionary<TKey, TItem>> ReadAsync(IListingSource<TKey, TItem> source, CancellationToken cancellationToken)
    {
        var items = new Dictionary<TKey, TItem>();
        await foreach (var item in source.ListAsync(cancellationToken).WithCancellation(cancellationToken))
            items[source.KeyOf(item)] = item;
        return items;
    }
}
