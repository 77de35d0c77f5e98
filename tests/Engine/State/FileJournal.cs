using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.Secrets;

namespace PulumiNumbers.Engine.State;

/// <summary>Where each change of a stack's state goes before it counts.</summary>
internal interface IJournal
{
    /// <summary>Writes an entry; returns when the operating system has it. Called by one thread at a time.</summary>
    void Append(JournalEntry entry);
}

/// <summary>One change of a stack's state; everything in it happens together.</summary>
internal sealed record JournalEntry
{
    /// <summary>The key of the resource that is put.</summary>
    public long? Key { get; init; }

    /// <summary>Its new state.</summary>
    public ResourceState? Put { get; init; }

    /// <summary>Or the key of the resource whose state it takes over unchanged.</summary>
    public long? From { get; init; }

    /// <summary>The key of the resource that goes.</summary>
    public long? Drop { get; init; }

    /// <summary>The key of the resource that has been replaced and is to be deleted.</summary>
    public long? MarkDeleted { get; init; }

    /// <summary>The operation that begins.</summary>
    public PendingOperation? Begins { get; init; }

    /// <summary>The key of the operation that begins.</summary>
    public long? BeginKey { get; init; }

    /// <summary>The key of the operation that has ended.</summary>
    public long? Ends { get; init; }

    public static JournalEntry Beginning(long key, PendingOperation operation) => new() { Begins = operation, BeginKey = key };
}

/// <summary>The journal of a preview, which changes nothing.</summary>
internal sealed class NoJournal : IJournal
{
    public void Append(JournalEntry entry)
    {
    }
}

/// <summary>
/// A file of one JSON line a change, beside the checkpoint that it continues. It makes a step cost the size of its resource and not that of the
/// stack; the next checkpoint takes it in. A last line without its end was being written when the engine was killed, and its step had not ended.
/// </summary>
internal sealed class FileJournal : IJournal, IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly FileStream _file;
    private readonly ICrypter _crypter;

    public FileJournal(string path, ICrypter crypter)
    {
        _crypter = crypter;
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    }

    public static Checkpoint Replay(Checkpoint last, string path, ICrypter crypter)
    {
        var text = File.ReadAllText(path, Utf8);
        var state = new SortedDictionary<long, ResourceState>();
        var pending = new SortedDictionary<long, PendingOperation>();
        var next = 0L;
        foreach (var resource in last.Resources)
            state.Add(next++, resource);
        var firstNew = next;
        foreach (var operation in last.PendingOperations)
            pending.Add(next++, operation);

        foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Apply(CheckpointJson.Parse(line), state, pending, crypter);
        return new([.. state.Where(r => r.Key >= firstNew).Concat(state.Where(r => r.Key < firstNew)).Select(r => r.Value)], [.. pending.Values]);
    }

    public void Append(JournalEntry entry)
    {
        JObject Properties(PropertyMap map) => PropertyJson.ToCheckpoint(map, _crypter);
        var json = new JObject();
        if (entry.Begins is { } operation)
            json["begin"] = new JArray(entry.BeginKey!.Value, CheckpointJson.WriteOperation(operation, Properties));
        if (entry.Key is { } key)
            json["key"] = key;
        if (entry.Put is { } put)
            json["put"] = ResourceStateJson.Write(put, Properties);
        if (entry.From is { } from)
            json["from"] = from;
        if (entry.Drop is { } drop)
            json["drop"] = drop;
        if (entry.MarkDeleted is { } obsolete)
            json["markDeleted"] = obsolete;
        if (entry.Ends is { } ends)
            json["end"] = ends;
        _file.Write(Utf8.GetBytes(json.ToString(Formatting.None) + "\n"));
    }

    public void Dispose() => _file.Dispose();

    private static void Apply(JObject entry, SortedDictionary<long, ResourceState> state, SortedDictionary<long, PendingOperation> pending, ICrypter crypter)
    {
        if (entry["begin"] is JArray { Count: 2 } begin)
            pending[(long)begin[0]] = CheckpointJson.ReadOperation((JObject)begin[1], crypter);
        if (entry["put"] is JObject put)
            state[(long)entry["key"]!] = ResourceStateJson.Read(put, crypter);
        else if (entry["from"] is { } from)
            state[(long)entry["key"]!] = state[(long)from];
        if (entry["drop"] is { } drop)
            state.Remove((long)drop);
        if (entry["markDeleted"] is { } obsolete)
            state[(long)obsolete] = state[(long)obsolete] with { Delete = true };
        if (entry["end"] is { } end)
            pending.Remove((long)end);
    }
}
