namespace PulumiNumbers.Emulator.State;

/// <summary>What each change through the API replaced, so that a read can show a collection as it was some time ago. Not part of the saved state.</summary>
internal sealed class ChangeHistory<T>(EmulatorState state) where T : class
{
    private readonly List<(DateTimeOffset At, string Key, T? Before)> _changes = [];

    /// <summary>Records that a change is about to replace <paramref name="before"/>; null: there was nothing.</summary>
    public void Record(string key, T? before) => _changes.Add((state.Now, key, before));

    /// <summary>Forgets an item's changes: what a test arranges is visible at once.</summary>
    public void Forget(string key) => _changes.RemoveAll(change => change.Key == key);

    public void Clear() => _changes.Clear();

    /// <summary>The collection as it was <paramref name="lag"/> ago.</summary>
    public SortedDictionary<string, T> Before(TimeSpan lag, IEnumerable<KeyValuePair<string, T>> current)
    {
        var view = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (key, value) in current)
            view[key] = value;
        if (lag <= TimeSpan.Zero)
            return view;
        var then = state.Now - lag;
        for (var i = _changes.Count - 1; i >= 0 && _changes[i].At > then; i--)
        {
            if (_changes[i].Before is { } before)
                view[_changes[i].Key] = before;
            else
                view.Remove(_changes[i].Key);
        }

        return view;
    }
}
