using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Coordination;

/// <summary>An append-only list of facts that the processes of one deployment share, in one order for all of them.</summary>
public interface IFactLog : IDisposable
{
    /// <summary>
    /// Keeps the other processes out, hands over what they appended since the last call, oldest first, and then appends what
    /// <paramref name="decide"/> returns.
    /// </summary>
    void Exchange(Action<JObject> apply, Func<IReadOnlyList<JObject>> decide);
}
