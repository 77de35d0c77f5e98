namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>
/// Runs asynchronous code on one thread, on a clock of its own, in an order that a seed decides: which of the continuations that are due comes next is
/// drawn, and when nothing is due the clock moves to the next timer. The same seed gives the same run.
/// </summary>
internal sealed class Simulation : TimeProvider
{
    private readonly Random _random;
    private readonly List<(SendOrPostCallback Callback, object? State)> _due = [];
    private readonly PriorityQueue<SimulatedTimer, (long Due, long Order)> _timers = new();
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _order;

    public Simulation(Random random) => _random = random;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves the clock while nothing runs.</summary>
    public void Advance(TimeSpan time) => _now += time;

    /// <summary>Runs to the end of the work, or until nothing can happen any more.</summary>
    public void Run(Func<Task> work)
    {
        var former = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new Pump(this));
        try
        {
            var task = work();
            while (!task.IsCompleted)
            {
                if (TakeDue() is { } next)
                {
                    next.Callback(next.State);
                }
                else if (_timers.TryDequeue(out var timer, out var due))
                {
                    if (due.Due > _now.Ticks && timer.IsSet(due.Order))
                        _now = new DateTimeOffset(due.Due, TimeSpan.Zero);
                    timer.Fire(due.Order);
                }
                else if (!WaitForPool())
                {
                    throw new InvalidOperationException("Everything waits and nothing can happen any more.");
                }
            }

            lock (_due)
                _due.Clear();
            _timers.Clear();
            task.GetAwaiter().GetResult();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(former);
        }
    }

    private (SendOrPostCallback Callback, object? State)? TakeDue()
    {
        lock (_due)
        {
            if (_due.Count == 0)
                return null;
            var index = _random.Next(_due.Count);
            var next = _due[index];
            _due.RemoveAt(index);
            return next;
        }
    }

    /// <summary>Some continuations take their way through the thread pool, whose time is not simulated.</summary>
    private bool WaitForPool()
    {
        lock (_due)
            return _due.Count > 0 || Monitor.Wait(_due, TimeSpan.FromSeconds(10));
    }

    private sealed class Pump(Simulation simulation) : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state)
        {
            lock (simulation._due)
            {
                simulation._due.Add((d, state));
                Monitor.Pulse(simulation._due);
            }
        }

        public override SynchronizationContext CreateCopy() => this;
    }

    private sealed class SimulatedTimer(Simulation simulation, TimerCallback callback, object? state) : ITimer
    {
        private long _setting = -1;

        public bool IsSet(long setting) => _setting == setting;

        public void Fire(long setting)
        {
            if (_setting != setting)
                return;
            _setting = -1;
            callback(state);
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _setting = -1;
            if (dueTime < TimeSpan.Zero)
                return true;
            _setting = simulation._order++;
            simulation._timers.Enqueue(this, ((simulation._now + dueTime).Ticks, _setting));
            return true;
        }

        public void Dispose() => _setting = -1;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
