namespace PulumiNumbers.Engine.State;

/// <summary>
/// The state of a stack while it is being deployed. It starts with the resources of the last checkpoint; each finished step moves, adds or
/// drops one and is on the journal before the step counts as done. Those that the program registered come first, in the order in which they were
/// finished, so that dependencies always stand before their dependents; what is left of the last checkpoint follows.
/// </summary>
internal sealed class StackState
{
    private readonly Lock _lock = new();
    private readonly IJournal _journal;
    private readonly SortedDictionary<long, Tracked> _resources = [];
    private readonly SortedDictionary<long, PendingOperation> _pending = [];
    private readonly long _firstNew;
    private long _next;

    public StackState(Checkpoint last, IJournal journal)
    {
        _journal = journal;
        foreach (var resource in last.Resources)
            _resources.Add(_next, new Tracked(_next++, resource));
        _firstNew = _next;
        Previous = [.. _resources.Values];
        foreach (var operation in last.PendingOperations)
            _pending.Add(_next++, operation);
    }

    /// <summary>The resources of the last checkpoint, in its order, whatever has become of them.</summary>
    public IReadOnlyList<Tracked> Previous { get; }

    /// <summary>Every resource as it stands now, dependencies first.</summary>
    public Checkpoint Snapshot()
    {
        lock (_lock)
        {
            return new(
                [.. _resources.Values.Where(r => r.Key >= _firstNew).Concat(_resources.Values.Where(r => r.Key < _firstNew)).Select(r => r.State)],
                [.. _pending.Values]);
        }
    }

    /// <summary>Records that an operation begins; the result ends it.</summary>
    public long Begin(PendingOperation operation)
    {
        lock (_lock)
        {
            var id = _next++;
            _journal.Append(JournalEntry.Beginning(id, operation));
            _pending.Add(id, operation);
            return id;
        }
    }

    /// <summary>Records that an operation failed without an effect.</summary>
    public void End(long operation)
    {
        lock (_lock)
        {
            _journal.Append(new JournalEntry { Ends = operation });
            _pending.Remove(operation);
        }
    }

    /// <summary>Adds a resource after all that are finished; the one it comes from, if any, goes.</summary>
    public Tracked Add(ResourceState state, Tracked? from = null, long? ends = null)
    {
        lock (_lock)
        {
            var added = new Tracked(_next++, state);
            var unchanged = from is not null && ReferenceEquals(from.State, state);
            _journal.Append(new JournalEntry
            {
                Key = added.Key,
                Put = unchanged ? null : state,
                From = unchanged ? from!.Key : null,
                Drop = from?.Key,
                Ends = ends,
            });
            _resources.Add(added.Key, added);
            if (from is not null)
                _resources.Remove(from.Key);
            Forget(ends);
            return added;
        }
    }

    /// <summary>Adds a resource after all that are finished and marks the one that it replaces as to be deleted.</summary>
    public Tracked AddReplacing(ResourceState state, Tracked replaced, long? ends)
    {
        lock (_lock)
        {
            var added = new Tracked(_next++, state);
            _journal.Append(new JournalEntry { Key = added.Key, Put = state, MarkDeleted = replaced.Key, Ends = ends });
            _resources.Add(added.Key, added);
            replaced.State = replaced.State with { Delete = true };
            Forget(ends);
            return added;
        }
    }

    /// <summary>Changes a resource where it stands.</summary>
    public void Change(Tracked resource, ResourceState state, long? ends = null)
    {
        lock (_lock)
        {
            if (ReferenceEquals(resource.State, state) && ends is null)
                return;
            _journal.Append(new JournalEntry { Key = resource.Key, Put = state, Ends = ends });
            resource.State = state;
            Forget(ends);
        }
    }

    /// <summary>Drops a resource.</summary>
    public void Remove(Tracked resource, long? ends = null)
    {
        lock (_lock)
        {
            _journal.Append(new JournalEntry { Drop = resource.Key, Ends = ends });
            _resources.Remove(resource.Key);
            Forget(ends);
        }
    }

    /// <summary>Whether the resource still stands in the state.</summary>
    public bool Contains(Tracked resource)
    {
        lock (_lock)
            return _resources.ContainsKey(resource.Key);
    }

    /// <summary>Drops pending operations of an earlier run, their effect being known now.</summary>
    public void ForgetPending(Func<PendingOperation, bool> which)
    {
        lock (_lock)
        {
            foreach (var id in _pending.Where(p => which(p.Value)).Select(p => p.Key).ToArray())
            {
                _journal.Append(new JournalEntry { Ends = id });
                _pending.Remove(id);
            }
        }
    }

    private void Forget(long? operation)
    {
        if (operation is { } id)
            _pending.Remove(id);
    }
}

/// <summary>One resource of a running deployment under a key that stays the same while its state changes. Several may share a URN.</summary>
internal sealed class Tracked(long key, ResourceState state)
{
    public long Key { get; } = key;

    /// <summary>The state as last saved; replaced by <see cref="StackState"/> only.</summary>
    public ResourceState State { get; internal set; } = state;
}
