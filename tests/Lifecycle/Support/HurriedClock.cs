namespace PulumiNumbers.Tests.Lifecycle.Support;

/// <summary>
/// A clock on which time passes faster than outside. Everything that waits on it keeps its proportions: what would take a carrier's outage, a
/// timeout and the patience after it half a minute is over in a second or two.
/// </summary>
/// <param name="pace">How many seconds pass on it in one.</param>
public sealed class HurriedClock(int pace) : TimeProvider
{
    private readonly DateTimeOffset _begin = System.GetUtcNow();
    private readonly long _beginTicks = System.GetTimestamp();

    public override long TimestampFrequency => System.TimestampFrequency;

    public override long GetTimestamp() => _beginTicks + ((System.GetTimestamp() - _beginTicks) * pace);

    public override DateTimeOffset GetUtcNow() => _begin + GetElapsedTime(_beginTicks);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        new HurriedTimer(System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period)), Shorten);

    private TimeSpan Shorten(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / pace;

    private sealed class HurriedTimer(ITimer timer, Func<TimeSpan, TimeSpan> shorten) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => timer.Change(shorten(dueTime), shorten(period));

        public void Dispose() => timer.Dispose();

        public ValueTask DisposeAsync() => timer.DisposeAsync();
    }
}
