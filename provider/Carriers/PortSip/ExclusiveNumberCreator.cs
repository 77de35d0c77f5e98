using System.Collections.Concurrent;
using PulumiNumbers.Carriers.Reads;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.PortSip;

/// <summary>
/// Creates exclusive numbers, each once: one that existed before is never taken for the one that was asked for, however equal they are.
/// </summary>
/// <remarks>
/// A request is never sent again after a lost response, since the PBX may well create the same number twice. Creations that come together
/// share the look before them.
/// </remarks>
/// <param name="client">The PBX.</param>
/// <param name="options">How long a number is looked for.</param>
/// <param name="time">The clock.</param>
public sealed class ExclusiveNumberCreator(IExclusiveNumbersClient client, CreationOptions options, TimeProvider time)
{
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
        var before = new HashSet<string>(StringComparer.Ordinal);
        var creation = new NonIdempotentCreation<ExclusiveNumberInfo>(options with { MaxResends = 0 }, time)
        {
            FindExistingAsync = async token =>
            {
                var numbers = await _looks.ListAsync(token);
                before = numbers.Select(number => number.Id).Concat(_created.Keys).ToHashSet(StringComparer.Ordinal);
                return numbers.Concat(_created.Values).FirstOrDefault(number => number.Number == settings.Number);
            },
            SendAsync = async token => Info(await client.CreateAsync(settings, token), settings),
            FindNewAsync = async token =>
            {
                var equal = await client.ListAsync(token).Where(number => number.Settings == settings && !before.Contains(number.Id)).ToListAsync(token);

                // Of several equal ones nobody can say which is ours.
                return equal is [var only] ? only : null;
            },
            IsOursAsync = (_, _) => Task.FromResult(true),
        };
        var result = await creation.RunAsync(cancellationToken);
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
