using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>The pools, as somebody else could change them without the provider. No rule of the API is checked here.</summary>
public sealed class NumberPools
{
    private readonly EmulatorState _state;

    private readonly Dictionary<string, ChangeHistory<string>> _numbers = new(StringComparer.Ordinal);

    internal NumberPools(EmulatorState state)
    {
        _state = state;
        History = new ChangeHistory<EmulatedPool>(state);
    }

    /// <summary>All pools by id.</summary>
    public IReadOnlyList<EmulatedPool> All
    {
        get
        {
            lock (_state.Gate)
                return [.. Data.Values.Select(pool => pool.Settings)];
        }
    }

    internal ChangeHistory<EmulatedPool> History { get; }

    internal SortedDictionary<string, PoolData> Data => _state.Data.Vonage.Pools;

    /// <summary>The pool's settings, or null.</summary>
    public EmulatedPool? Find(string poolId)
    {
        lock (_state.Gate)
            return Data.GetValueOrDefault(poolId)?.Settings;
    }

    /// <summary>The pool's numbers, ascending.</summary>
    /// <exception cref="KeyNotFoundException">There is no such pool.</exception>
    public IReadOnlyList<string> NumbersOf(string poolId)
    {
        lock (_state.Gate)
            return [.. Data[poolId].Numbers];
    }

    /// <summary>Creates a pool, or changes its settings.</summary>
    public void Put(EmulatedPool pool)
    {
        lock (_state.Gate)
        {
            History.Forget(pool.PoolId);
            Store(pool);
        }
    }

    /// <summary>Creates a pool with the default settings.</summary>
    public void Create(string poolId, params IEnumerable<string> numbers)
    {
        lock (_state.Gate)
        {
            Put(new EmulatedPool { PoolId = poolId });
            Add(poolId, numbers);
        }
    }

    /// <summary>Puts numbers into a pool.</summary>
    /// <exception cref="KeyNotFoundException">There is no such pool.</exception>
    public void Add(string poolId, params IEnumerable<string> numbers)
    {
        lock (_state.Gate)
        {
            foreach (var number in numbers)
            {
                NumberHistory(poolId).Forget(number);
                Data[poolId].Numbers.Add(number);
            }

            _state.Touch();
        }
    }

    /// <summary>Takes numbers out of a pool.</summary>
    /// <exception cref="KeyNotFoundException">There is no such pool.</exception>
    public void Remove(string poolId, params IEnumerable<string> numbers)
    {
        lock (_state.Gate)
        {
            foreach (var number in numbers)
            {
                NumberHistory(poolId).Forget(number);
                Data[poolId].Numbers.Remove(number);
            }

            _state.Touch();
        }
    }

    /// <summary>Deletes a pool; answers whether there was one.</summary>
    public bool Delete(string poolId)
    {
        lock (_state.Gate)
        {
            History.Forget(poolId);
            _numbers.Remove(poolId);
            _state.Touch();
            return Data.Remove(poolId);
        }
    }

    /// <summary>Creates a pool, or changes its settings, through the API.</summary>
    internal void PutByApi(EmulatedPool pool)
    {
        History.Record(pool.PoolId, Data.GetValueOrDefault(pool.PoolId)?.Settings);
        Store(pool);
    }

    internal void AddByApi(string poolId, IEnumerable<string> numbers)
    {
        foreach (var number in numbers.Where(number => !Data[poolId].Numbers.Contains(number)).ToList())
        {
            NumberHistory(poolId).Record(number, before: null);
            Data[poolId].Numbers.Add(number);
        }
    }

    internal void RemoveByApi(string poolId, IEnumerable<string> numbers)
    {
        foreach (var number in numbers.Where(Data[poolId].Numbers.Contains).ToList())
        {
            NumberHistory(poolId).Record(number, before: number);
            Data[poolId].Numbers.Remove(number);
        }
    }

    internal void DeleteByApi(string poolId)
    {
        RemoveByApi(poolId, Data[poolId].Numbers.ToList());
        History.Record(poolId, Data[poolId].Settings);
        Data.Remove(poolId);
        _state.Touch();
    }

    /// <summary>The pools as a read shows them.</summary>
    internal IEnumerable<EmulatedPool> Before(TimeSpan lag) =>
        History.Before(lag, Data.Select(pool => KeyValuePair.Create(pool.Key, pool.Value.Settings))).Values;

    /// <summary>A pool's numbers as a read shows them.</summary>
    internal IReadOnlyCollection<string> NumbersBefore(TimeSpan lag, string poolId)
    {
        IEnumerable<string> current = Data.TryGetValue(poolId, out var pool) ? pool.Numbers : [];
        return NumberHistory(poolId).Before(lag, current.Select(number => KeyValuePair.Create(number, number))).Values;
    }

    internal void ClearHistory()
    {
        History.Clear();
        _numbers.Clear();
    }

    private void Store(EmulatedPool pool)
    {
        if (Data.TryGetValue(pool.PoolId, out var existing))
            existing.Settings = pool;
        else
            Data[pool.PoolId] = new PoolData { Settings = pool };
        _state.Touch();
    }

    private ChangeHistory<string> NumberHistory(string poolId) =>
        _numbers.TryGetValue(poolId, out var history) ? history : _numbers[poolId] = new ChangeHistory<string>(_state);
}
