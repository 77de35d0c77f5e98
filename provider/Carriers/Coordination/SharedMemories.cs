using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Coordination;

/// <summary>All that one process knows of its deployment. Without a log it knows what it was told itself; with one, what any process was told.</summary>
public sealed class SharedMemories : IDisposable
{
    private const string TopicKey = "topic";

    /// <summary>How often the log is read while somebody waits for another process.</summary>
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, SharedMemory> _memories = new(StringComparer.Ordinal);
    private readonly List<JObject> _early = [];
    private IFactLog? _log;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The memory of a kind, made when it is first asked for. It then knows what other processes have recorded before.</summary>
    public T Get<T>()
        where T : SharedMemory, new()
    {
        lock (_lock)
        {
            if (_memories.Values.OfType<T>().FirstOrDefault() is { } known)
                return known;
            var memory = new T();
            memory.JoinMemories(this);
            _memories.Add(memory.Topic, memory);
            foreach (var fact in _early.Where(fact => IsAbout(fact, memory)))
                memory.Apply(fact);
            _early.RemoveAll(fact => IsAbout(fact, memory));
            return memory;
        }
    }

    /// <summary>Begins another deployment: everything known is forgotten, and what is recorded from now on is shared through the log.</summary>
    public void Begin(IFactLog? log)
    {
        lock (_lock)
        {
            _log?.Dispose();
            _log = log;
            _early.Clear();
            foreach (var memory in _memories.Values)
                memory.Clear();
            CatchUp();
            NotifyChanged();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _log?.Dispose();
            _log = null;
        }
    }

    internal TResult Transact<TResult>(SharedMemory memory, Func<Action<JObject>, TResult> body)
    {
        lock (_lock)
        {
            TResult result = default!;
            List<JObject> recorded = [];
            var learned = false;
            if (_log is { } log)
                log.Exchange(Learn, Decide);
            else
                Decide();
            if (recorded.Count > 0 || learned)
                NotifyChanged();
            return result;

            void Learn(JObject fact)
            {
                Take(fact);
                learned = true;
            }

            List<JObject> Decide()
            {
                result = body(fact =>
                {
                    fact[TopicKey] = memory.Topic;
                    memory.Apply(fact);
                    recorded.Add(fact);
                });
                return recorded;
            }
        }
    }

    internal async Task WaitForChangeAsync(TimeProvider time, CancellationToken cancellationToken)
    {
        Task changed;
        bool isShared;
        lock (_lock)
        {
            changed = _changed.Task;
            isShared = _log is not null;
        }

        while (!changed.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!isShared)
            {
                await changed.WaitAsync(cancellationToken);
                return;
            }

            using var poll = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(changed, Task.Delay(PollInterval, time, poll.Token));
            poll.Cancel();
            lock (_lock)
                CatchUp();
        }
    }

    private static bool IsAbout(JObject fact, SharedMemory memory) =>
        string.Equals((string?)fact[TopicKey], memory.Topic, StringComparison.Ordinal);

    private void CatchUp()
    {
        var any = false;
        _log?.Exchange(
            fact =>
            {
                Take(fact);
                any = true;
            },
            static () => []);
        if (any)
            NotifyChanged();
    }

    private void Take(JObject fact)
    {
        if (_memories.GetValueOrDefault((string?)fact[TopicKey] ?? "") is { } memory)
            memory.Apply(fact);
        else
            _early.Add(fact);
    }

    private void NotifyChanged()
    {
        _changed.SetResult();
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
