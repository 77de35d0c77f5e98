namespace PulumiNumbers.Engine.State;

/// <summary>One change of a stack's state; everything in it happens together.</summary>
internal sealed record JournalEntry
{
    /// <summary>The key of the resource that is put.</summary>
    public long? Key { get; init; }

    /// <summary>Its new state.</summary>
    public ResourceState? Put { get; init; }

    /// <summary>Or the key of the resource whose state it takes over unchanged.</summary>
    public long? From { get; init; }

    /// <summary>The key of the resource that goes.</summary>
    public long? Drop { get; init; }

    /// <summary>The key of the resource that has been replaced and is to be deleted.</summary>
    public long? Condemn { get; init; }

    /// <summary>The operation that begins.</summary>
    public PendingOperation? Begins { get; init; }

    /// <summary>The key of the operation that begins.</summary>
    public long? BeginKey { get; init; }

    /// <summary>The key of the operation that has ended.</summary>
    public long? Ends { get; init; }

    public static JournalEntry Beginning(long key, PendingOperation operation) => new() { Begins = operation, BeginKey = key };
}
