using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Coordination;

/// <summary>
/// One kind of knowledge about a deployment. Its content follows from facts alone, so that every process that reads the same facts in the same
/// order knows the same. Derive from it, keep the content in fields, change them in <see cref="Apply"/> and <see cref="Clear"/> only, and read and
/// decide within <see cref="Transact{TResult}"/>.
/// </summary>
public abstract class SharedMemory
{
    private SharedMemories? _memories;

    /// <summary>Tells the facts of this memory from those of others in the same log. Unique and stable.</summary>
    protected internal abstract string Topic { get; }

    /// <summary>Takes in one fact. Called under the lock of the deployment; must not fail on a fact that it does not understand.</summary>
    protected internal abstract void Apply(JObject fact);

    /// <summary>Forgets everything: another deployment begins.</summary>
    protected internal abstract void Clear();

    /// <summary>
    /// Runs a decision on the newest knowledge of all processes; nobody decides at the same time. Each fact that the body records is applied at once
    /// and visible to the other processes when the body has returned.
    /// </summary>
    protected TResult Transact<TResult>(Func<Action<JObject>, TResult> body) => Memories.Transact(this, body);

    /// <summary>Records one fact.</summary>
    protected void Record(JObject fact) => Memories.Transact<object?>(this, record =>
    {
        record(fact);
        return null;
    });

    /// <summary>Completes when any fact has been recorded after the call, by this process or another one.</summary>
    protected Task WaitForChangeAsync(TimeProvider time, CancellationToken cancellationToken) => Memories.WaitForChangeAsync(time, cancellationToken);

    internal void JoinMemories(SharedMemories memories) => _memories = memories;

    private SharedMemories Memories => _memories ?? throw new InvalidOperationException("The memory belongs to no deployment.");
}
