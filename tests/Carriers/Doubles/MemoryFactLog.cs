using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Coordination;

namespace PulumiNumbers.Tests.Carriers.Doubles;

/// <summary>The log of a deployment whose processes are all in the test.</summary>
internal sealed class MemoryFactLog
{
    private readonly Lock _lock = new();
    private readonly List<string> _facts = [];

    /// <summary>The log as one process has it.</summary>
    public IFactLog Join() => new Process(this);

    private sealed class Process(MemoryFactLog log) : IFactLog
    {
        private int _position;

        public void Exchange(Action<JObject> apply, Func<IReadOnlyList<JObject>> decide)
        {
            lock (log._lock)
            {
                for (; _position < log._facts.Count; _position++)
                    apply(JObject.Parse(log._facts[_position]));
                log._facts.AddRange(decide().Select(fact => fact.ToString()));
                _position = log._facts.Count;
            }
        }

        public void Dispose()
        {
        }
    }
}
