namespace PulumiNumbers.Carriers.Reads;

/// <summary>Where a <see cref="SharedListing{TKey, TItem}"/> gets its items.</summary>
public interface IListingSource<TKey, TItem>
    where TKey : notnull
    where TItem : class
{
    /// <summary>Whether one item can be asked for at less cost than all of them.</summary>
    bool FindsOne { get; }

    /// <summary>What identifies an item.</summary>
    TKey KeyOf(TItem item);

    /// <summary>All items, page by page.</summary>
    IAsyncEnumerable<TItem> ListAsync(CancellationToken cancellationToken);

    /// <summary>One item, or null where there is none. Only called where <see cref="FindsOne"/>.</summary>
    Task<TItem?> FindOneAsync(TKey key, CancellationToken cancellationToken);
}
