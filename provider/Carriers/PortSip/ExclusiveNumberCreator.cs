using System.Collections.Concurrent;
using PulumiNumbers.Carriers.Reads;
using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>
/// Creates exclusive numbers, each once: one that existed before is never taken for the one that was asked for, however equal they are.
/// </summary>
/// <remarks>
/// A request is never sent again after a lost response, since the PBX may well create the same number twice. Creations that come together
/// share the look before them.
/// </remarks>
/// <param name="client">The PBX.</param>
/// <param name="time">The clock.</param>
public sealed class ExclusiveNumberCreator(IExclusiveNumbersClient client, TimeProvider time)
{
    // With the waits between them about half a minute.
    private const int MaxLooks = 8;

    // The older a look, the longer somebody else had to create an equal number after it.
    private static readonly TimeSpan OldestLook = TimeSpan.FromSeconds(5);

    private readonly SharedListing<string, ExclusiveNumberInfo> _looks = new(
        new ExclusiveNumbersSource(client), new SharedListingOptions { Idle = OldestLook, Oldest = OldestLook }, time);

    private readonly ConcurrentDictionary<string, ExclusiveNumberInfo> _created = new(StringComparer.Ordinal);

    /// <summary>Creates a number, unless there is one.</summary>
    /// <exception cref="CarrierException">The PBX refused, or could not be asked before anything was sent.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was sent.</exception>
    public async Task<CreationResult<ExclusiveNumberInfo>> CreateAsync(ExclusiveNumberSettings settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(settings);
        HashSet<string>? before = null;
        var result = await Creation.RunAsync(
            new NonIdempotentWriteOptions { MaxSends = 1, MaxLooks = MaxLooks },
            time,
            look: async token =>
            {
                if (before is null)
                {
                    var numbers = (await _looks.ListAsync(token)).Concat(_created.Values).ToList();
                    before = numbers.Select(number => number.Id).ToHashSet(StringComparer.Ordinal);
                    return numbers.Find(number => number.Number == settings.Number);
                }

                // Of several equal ones nobody can say which is ours.
                var equal = await client.ListAsync(token).Where(number => number.Settings == settings && !before.Contains(number.Id)).ToListAsync(token);
                return equal is [var only] ? only : null;
            },
            send: async token => Info(await client.CreateAsync(settings, token), settings),
            isOurs: (_, _) => Task.FromResult(true),
            cancellationToken);
        if (result is { Outcome: CreationOutcome.Created, Item: { } created })
            _created[created.Id] = created;
        return result;
    }

    /// <summary>Forgets a number that was deleted, so that it can be created again.</summary>
    public void Forget(string id) => _created.TryRemove(id, out _);

    private static ExclusiveNumberInfo Info(string id, ExclusiveNumberSettings settings) => new()
    {
        Id = id,
        Number = settings.Number,
        Enabled = settings.Enabled,
        Description = settings.Description,
    };
}

/// <summary>The exclusive numbers of a PBX, for shared listings.</summary>
public sealed class ExclusiveNumbersSource(IExclusiveNumbersClient client) : IListingSource<string, ExclusiveNumberInfo>
{
    /// <inheritdoc/>
    public bool FindsOne => true;

    /// <inheritdoc/>
    public string KeyOf(ExclusiveNumberInfo item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Id;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ExclusiveNumberInfo> ListAsync(CancellationToken cancellationToken) => client.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<ExclusiveNumberInfo?> FindOneAsync(string key, CancellationToken cancellationToken) => client.GetAsync(key, cancellationToken);
}
