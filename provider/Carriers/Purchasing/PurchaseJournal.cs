using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PulumiNumbers.Carriers.Coordination;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>A number that belongs to a resource although no saved state says so yet.</summary>
/// <param name="Account">The account at the carrier (<c>AccountId</c>).</param>
/// <param name="Key">The number.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Since">When it was ordered or kept.</param>
/// <param name="IsOrdered">True: an order for it was about to be sent. False: it was kept when the resource was deleted on the way to its re-creation.</param>
public sealed record JournalEntry(string Account, NumberKey Key, string Country, DateTimeOffset Since, bool IsOrdered);

/// <summary>
/// What outlives the process between the decision to spend money and the state that says so: written before an order is sent, struck out when the
/// answer has been handed over. The next creation of the same resource asks the carrier about the entries first.
/// </summary>
public interface IPurchaseJournal
{
    /// <summary>The entries of a resource at one account, oldest first.</summary>
    IReadOnlyList<JournalEntry> Read(string urn, string carrier, string account);

    /// <summary>The entries of a resource at all accounts, oldest first.</summary>
    IReadOnlyList<JournalEntry> ReadAll(string urn);

    /// <summary>Adds an entry, in place of one for the same number. It is on disk when the call returns.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    void Write(string urn, JournalEntry entry);

    /// <summary>Takes out the entry of a number; nothing happens where there is none.</summary>
    void Strike(string urn, NumberKey key);

    /// <summary>Takes out the entry of a number that was certainly not sold, as if it had never been ordered.</summary>
    void Withdraw(string urn, NumberKey key);

    /// <summary>
    /// Whether an order for the number is not struck out, or was written since then. A search that lags still shows such a number, and a process that orders it again
    /// takes the first order's success for its own.
    /// </summary>
    bool WasOrdered(NumberKey key, DateTimeOffset since);
}

internal static class PurchaseJournalExtensions
{
    /// <summary>Adds an entry. Null where it is on disk; otherwise why it could not be written.</summary>
    public static string? TryWrite(this IPurchaseJournal journal, string urn, JournalEntry entry)
    {
        try
        {
            journal.Write(urn, entry);
            return null;
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            return unwritable.Message;
        }
    }
}

/// <summary>The last order for each number, whatever became of it.</summary>
internal sealed class OrderHistory
{
    private readonly Dictionary<NumberKey, DateTimeOffset> _orders = [];
    private readonly Dictionary<NumberKey, string> _open = [];

    public void Add(string urn, NumberKey key, DateTimeOffset at)
    {
        _orders[key] = at;
        _open[key] = urn;
    }

    /// <summary>Adds one that may be long over.</summary>
    public void AddPast(NumberKey key, DateTimeOffset at) => _orders[key] = at;

    public void Close(string urn, NumberKey key)
    {
        if (_open.GetValueOrDefault(key) == urn)
            _open.Remove(key);
    }

    public void Remove(NumberKey key) => _orders.Remove(key);

    public bool Contains(NumberKey key, DateTimeOffset since) =>
        _open.ContainsKey(key) || (_orders.TryGetValue(key, out var at) && at >= since);
}

/// <summary>A journal that forgets everything with the process.</summary>
public sealed class MemoryPurchaseJournal : IPurchaseJournal
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<JournalEntry>> _entries = new(StringComparer.Ordinal);
    private readonly OrderHistory _orders = new();

    /// <inheritdoc/>
    public IReadOnlyList<JournalEntry> Read(string urn, string carrier, string account)
    {
        lock (_lock)
            return [.. _entries.GetValueOrDefault(urn, []).Where(entry => entry.Key.Carrier == carrier && entry.Account == account)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<JournalEntry> ReadAll(string urn)
    {
        lock (_lock)
            return [.. _entries.GetValueOrDefault(urn, [])];
    }

    /// <inheritdoc/>
    public void Write(string urn, JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            _entries[urn] = [.. _entries.GetValueOrDefault(urn, []).Where(other => other.Key != entry.Key), entry];
            if (entry.IsOrdered)
                _orders.Add(urn, entry.Key, entry.Since);
        }
    }

    /// <inheritdoc/>
    public bool WasOrdered(NumberKey key, DateTimeOffset since)
    {
        lock (_lock)
            return _orders.Contains(key, since);
    }

    /// <inheritdoc/>
    public void Withdraw(string urn, NumberKey key)
    {
        Strike(urn, key);
        lock (_lock)
            _orders.Remove(key);
    }

    /// <inheritdoc/>
    public void Strike(string urn, NumberKey key)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(urn, out var entries))
                entries.RemoveAll(entry => entry.Key == key);
            _orders.Close(urn, key);
        }
    }
}

/// <summary>A journal of one file for each resource that has entries, in a folder that only this user reads.</summary>
/// <param name="folder">The folder; it is made with the first entry.</param>
public sealed class FilePurchaseJournal(string folder) : IPurchaseJournal
{
    private readonly Lock _lock = new();
    private OrderHistory? _orders;

    /// <inheritdoc/>
    public IReadOnlyList<JournalEntry> Read(string urn, string carrier, string account)
    {
        lock (_lock)
            return [.. Load(urn).Where(entry => entry.Key.Carrier == carrier && entry.Account == account)];
    }

    /// <inheritdoc/>
    public IReadOnlyList<JournalEntry> ReadAll(string urn)
    {
        lock (_lock)
            return Load(urn);
    }

    /// <inheritdoc/>
    public void Write(string urn, JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        lock (_lock)
        {
            Save(urn, [.. Load(urn).Where(other => other.Key != entry.Key), entry]);
            if (!entry.IsOrdered)
                return;
            (_orders ??= LoadOrders()).Add(urn, entry.Key, entry.Since);
            File.AppendAllText(OrdersPath, string.Create(CultureInfo.InvariantCulture, $"{entry.Since:O} {entry.Key.Carrier} {entry.Key.Number}\n"));
        }
    }

    /// <inheritdoc/>
    public bool WasOrdered(NumberKey key, DateTimeOffset since)
    {
        lock (_lock)
            return (_orders ??= LoadOrders()).Contains(key, since);
    }

    /// <inheritdoc/>
    public void Withdraw(string urn, NumberKey key)
    {
        Strike(urn, key);
        lock (_lock)
        {
            (_orders ??= LoadOrders()).Remove(key);
            try
            {
                File.AppendAllText(OrdersPath, $"{Withdrawn} {key.Carrier} {key.Number}\n");
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                // The next run passes the number over for some minutes.
            }
        }
    }

    /// <inheritdoc/>
    public void Strike(string urn, NumberKey key)
    {
        lock (_lock)
        {
            var entries = Load(urn);
            var others = entries.Where(entry => entry.Key != key).ToList();
            if (others.Count == entries.Count)
                return;
            try
            {
                Save(urn, others);
                _orders?.Close(urn, key);
            }
            catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
            {
                // An entry too many costs the next creation of the resource one look at the carrier.
            }
        }
    }

    private const string Withdrawn = "withdrawn";

    private string OrdersPath => Path.Combine(folder, "orders.log");

    /// <summary>The orders of earlier processes. A history without an addition for a day starts over.</summary>
    private OrderHistory LoadOrders()
    {
        var orders = new OrderHistory();
        try
        {
            foreach (var path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json") : [])
            {
                foreach (var (urn, entry) in LoadFile(path).Where(open => open.Entry.IsOrdered))
                    orders.Add(urn, entry.Key, entry.Since);
            }

            if (!File.Exists(OrdersPath))
                return orders;
            if (DateTime.UtcNow - File.GetLastWriteTimeUtc(OrdersPath) > TimeSpan.FromDays(1))
            {
                File.Delete(OrdersPath);
                return orders;
            }

            foreach (var line in File.ReadLines(OrdersPath))
            {
                if (line.Split(' ') is not [var at, var carrier, var digits] || !Msisdn.TryParse(digits, out var number))
                    continue;
                if (at == Withdrawn)
                    orders.Remove(new NumberKey(carrier, number));
                else if (DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
                    orders.AddPast(new NumberKey(carrier, number), since);
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // What cannot be read is not known; the orders of this process are.
        }

        return orders;
    }

    private string PathOf(string urn) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(urn)).AsSpan(0, 16)) + ".json");

    private List<JournalEntry> Load(string urn) =>
        [.. LoadFile(PathOf(urn)).Where(open => open.Urn == urn).Select(open => open.Entry)];

    private static List<(string Urn, JournalEntry Entry)> LoadFile(string path)
    {
        try
        {
            if (!File.Exists(path))
                return [];
            using var reader = new JsonTextReader(new StringReader(File.ReadAllText(path, Encoding.UTF8))) { DateParseHandling = DateParseHandling.None };
            return JToken.ReadFrom(reader) is JObject document && (string?)document["urn"] is { } urn
                ? [.. (document["entries"] as JArray ?? []).Select(Parse).OfType<JournalEntry>().Select(entry => (urn, entry))]
                : [];
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return [];
        }
    }

    private void Save(string urn, List<JournalEntry> entries)
    {
        var path = PathOf(urn);
        if (entries.Count == 0)
        {
            File.Delete(path);
            return;
        }

        UserFolder.Create(folder);
        var document = new JObject { ["urn"] = urn, ["entries"] = new JArray(entries.Select(Format)) };
        var draft = path + ".new";
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(Encoding.UTF8.GetBytes(document.ToString(Formatting.Indented)));
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }

    private static JObject Format(JournalEntry entry) => new()
    {
        ["carrier"] = entry.Key.Carrier,
        ["account"] = entry.Account,
        ["number"] = entry.Key.Number.Digits,
        ["country"] = entry.Country,
        ["since"] = entry.Since.ToString("O", CultureInfo.InvariantCulture),
        ["ordered"] = entry.IsOrdered,
    };

    private static JournalEntry? Parse(JToken json) =>
        json is JObject && Msisdn.TryParse((string?)json["number"], out var number)
        && DateTimeOffset.TryParse((string?)json["since"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since)
            ? new JournalEntry(
                (string?)json["account"] ?? "", new NumberKey((string?)json["carrier"] ?? "", number), (string?)json["country"] ?? "", since, (bool?)json["ordered"] ?? true)
            : null;
}
