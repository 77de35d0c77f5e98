using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Coordination;

namespace PulumiNumbers.Provider.Deployments;

/// <summary>
/// The facts of one deployment in a file: one JSON object a line, appended and read under an operating-system lock on a file beside it. A process that
/// cannot use the file goes on alone.
/// </summary>
/// <remarks>
/// Engine addresses come back, so a log counts only while one of the processes that joined it is alive; a process that finds none starts it over. Logs that
/// dead deployments left are deleted by the next one.
/// </remarks>
internal sealed class FileDeploymentLog : IFactLog
{
    private const string ProcessTopic = "process";

    /// <summary>The lock is held for microseconds; a longer wait means that something is broken.</summary>
    private static readonly TimeSpan LockTimeout = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan StaleAfter = TimeSpan.FromHours(1);

    private readonly string _path;
    private readonly string _instance = Guid.NewGuid().ToString("N");
    private long _position;
    private bool _isBroken;

    private FileDeploymentLog(string path) => _path = path;

    /// <summary>Opens the log of a deployment in a folder that belongs to the user.</summary>
    public static FileDeploymentLog Open(string folder, string deployment)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(deployment)).AsSpan(0, 8));
        var log = new FileDeploymentLog(Path.Combine(folder, name + ".log"));
        log.Guard(() =>
        {
            UserFolder.Create(folder);
            DeleteStale(folder);
            using (log.Lock())
            {
                if (!log.IsAlive())
                    File.Delete(log._path);
                log.Append([log.Presence("joined")]);
                log._position = 0;
            }
        });
        return log;
    }

    /// <inheritdoc/>
    public void Exchange(Action<JObject> apply, Func<IReadOnlyList<JObject>> decide)
    {
        FileStream? held = null;
        Guard(() =>
        {
            held = Lock();
            foreach (var fact in ReadNew())
            {
                if ((string?)fact["topic"] != ProcessTopic)
                    apply(fact);
            }
        });
        try
        {
            var facts = decide();
            if (facts.Count > 0 && held is not null)
                Guard(() => Append(facts));
        }
        finally
        {
            held?.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Guard(() =>
    {
        using (Lock())
        {
            Append([Presence("left")]);
            if (!IsAlive())
                File.Delete(_path);
        }

        _isBroken = true;
    });

    private void Guard(Action use)
    {
        if (_isBroken)
            return;
        try
        {
            use();
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or TimeoutException)
        {
            _isBroken = true;
        }
    }

    private FileStream Lock()
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return new FileStream(_path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(_path + ".lock"))
            {
                if (Stopwatch.GetElapsedTime(began) > LockTimeout)
                    throw new TimeoutException();
                Thread.Sleep(1);
            }
        }
    }

    private List<JObject> ReadNew()
    {
        if (!File.Exists(_path))
            return [];
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length <= _position)
            return [];
        file.Position = _position;
        var bytes = new byte[file.Length - _position];
        file.ReadExactly(bytes);

        // What a killed process wrote in part has no end of line yet; the next one that appends gives it one.
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        _position += end;
        return [.. Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Parse).OfType<JObject>()];
    }

    private void Append(IReadOnlyList<JObject> facts)
    {
        using var file = new FileStream(_path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
        file.Position = file.Length;
        var lines = string.Concat(facts.Select(fact => fact.ToString(Formatting.None) + "\n"));
        file.Write(Encoding.UTF8.GetBytes(file.Length > 0 && file.Length > _position ? "\n" + lines : lines));
        file.Flush();
        _position = file.Length;
    }

    private static JObject? Parse(string line)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None };
            return JToken.ReadFrom(reader) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private JObject Presence(string what)
    {
        using var process = Process.GetCurrentProcess();
        return new JObject
        {
            ["topic"] = ProcessTopic,
            ["fact"] = what,
            ["instance"] = _instance,
            ["pid"] = process.Id,
            ["started"] = process.StartTime.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Whether a process that joined the log, this one included, still runs.</summary>
    private bool IsAlive()
    {
        var joined = new Dictionary<string, JObject>(StringComparer.Ordinal);
        if (!File.Exists(_path))
            return false;
        foreach (var line in File.ReadAllLines(_path, Encoding.UTF8))
        {
            if (Parse(line) is not { } fact || (string?)fact["topic"] != ProcessTopic || (string?)fact["instance"] is not { } instance)
                continue;
            if ((string?)fact["fact"] == "joined")
                joined[instance] = fact;
            else
                joined.Remove(instance);
        }

        return joined.Values.Any(IsRunning);
    }

    private static bool IsRunning(JObject presence)
    {
        try
        {
            using var process = Process.GetProcessById((int)presence["pid"]!);
            var started = DateTime.Parse((string)presence["started"]!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
            return (process.StartTime.ToUniversalTime() - started).Duration() < TimeSpan.FromSeconds(2);
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or FormatException or System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static void DeleteStale(string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder, "*.log"))
        {
            var log = new FileDeploymentLog(path);
            log.Guard(() =>
            {
                if (DateTime.UtcNow - File.GetLastWriteTimeUtc(path) < StaleAfter || log.IsAlive())
                    return;
                File.Delete(path);
                File.Delete(path + ".lock");
            });
        }
    }
}
