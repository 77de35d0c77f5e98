using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Vonage.Pools;

/// <summary>The pools, as somebody else could change them behind the provider's back. No rule of the API is checked here.</summary>
public sealed class NumberPools
{
    private readonly EmulatorState _state;

    internal NumberPools(EmulatorState state) => _state = state;

    /// <summary>All pools by id.</summary>
    public IReadOnlyList<EmulatedPool> All
    {
        get
        {
            lock (_state.Gate)
                return [.. Data.Values.Select(pool => pool.Settings)];
        }
    }

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
            if (Data.TryGetValue(pool.PoolId, out var existing))
                existing.Settings = pool;
            else
                Data[pool.PoolId] = new PoolData { Settings = pool };
            _state.Touch();
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
            Data[poolId].Numbers.UnionWith(numbers);
            _state.Touch();
        }
    }

    /// <summary>Takes numbers out of a pool.</summary>
    /// <exception cref="KeyNotFoundException">There is no such pool.</exception>
    public void Remove(string poolId, params IEnumerable<string> numbers)
    {
        lock (_state.Gate)
        {
            Data[poolId].Numbers.ExceptWith(numbers);
            _state.Touch();
        }
    }

    /// <summary>Deletes a pool; answers whether there was one.</summary>
    public bool Delete(string poolId)
    {
        lock (_state.Gate)
        {
            _state.Touch();
            return Data.Remove(poolId);
        }
    }
}
