using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

/// <summary>Keeps every progress line, in order.</summary>
internal sealed class ProgressLog : IProgress<PoolProgress>
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];

    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_lock)
                return [.. _lines];
        }
    }

    public void Report(PoolProgress value)
    {
        lock (_lock)
            _lines.Add(value.ToString());
    }
}
