using System.Text;
using Newtonsoft.Json;
using PulumiNumbers.Engine.Secrets;

namespace PulumiNumbers.Engine.State;

/// <summary>
/// The files of one stack: <c>stacks/PROJECT/STACK.json</c> is the last whole checkpoint, <c>STACK.journal</c> what a run has done since, <c>STACK.lock</c>
/// keeps a second run out.
/// </summary>
public sealed class StackStore
{
    private readonly ICrypter _crypter;
    private readonly TimeProvider _time;
    private readonly string _checkpoint;
    private readonly string _journal;
    private readonly string _lock;

    /// <summary>The store of a stack in a folder of states; nothing is created before the first save.</summary>
    public StackStore(string folder, string project, string stack, ICrypter crypter, TimeProvider time)
    {
        _crypter = crypter;
        _time = time;
        var stem = Path.Combine(folder, "stacks", project, stack);
        _checkpoint = stem + ".json";
        _journal = stem + ".journal";
        _lock = stem + ".lock";
    }

    /// <summary>The stack as it stands, what an interrupted run left on its journal included.</summary>
    public Checkpoint Load()
    {
        var checkpoint = File.Exists(_checkpoint) ? CheckpointJson.Read(File.ReadAllText(_checkpoint, Encoding.UTF8), _crypter) : Checkpoint.Empty;
        return File.Exists(_journal) ? FileJournal.Replay(checkpoint, _journal, _crypter) : checkpoint;
    }

    /// <summary>Writes a whole checkpoint in one motion and lets go of the journal.</summary>
    public void Save(Checkpoint checkpoint)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_checkpoint)!);
        var draft = _checkpoint + ".new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            using (var writer = new StreamWriter(file, leaveOpen: true))
                writer.Write(CheckpointJson.Write(checkpoint, _crypter, _time.GetUtcNow()).ToString(Formatting.Indented) + "\n");
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, _checkpoint, overwrite: true);
        File.Delete(_journal);
    }

    /// <summary>Keeps other runs of the stack out until the result is disposed.</summary>
    /// <exception cref="EngineException">Another run holds the stack.</exception>
    internal IDisposable Lock()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_lock)!);
        try
        {
            return new FileStream(_lock, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new EngineException($"The stack is being deployed by another process: {_lock} is held. Wait for it to end, then run again.", e);
        }
    }

    /// <summary>Starts the journal of a run whose state begins as <paramref name="checkpoint"/>.</summary>
    internal FileJournal OpenJournal(Checkpoint checkpoint)
    {
        // What an earlier journal held is in this checkpoint, so that the new journal may replace it.
        Save(checkpoint);
        return new FileJournal(_journal, _crypter);
    }
}
