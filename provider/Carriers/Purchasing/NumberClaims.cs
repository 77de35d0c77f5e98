namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// The memory of one run: which holder (whatever the caller names so, such as a resource's URN) has, wants or is buying which number. It is
/// what lets a number survive when the same holder is replaced, when numbers move between holders, and when two holders look for
/// numbers at the same time. One instance serves one configured provider; a new run begins with a new instance.
/// </summary>
public sealed class NumberClaims
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Holder> _holders = new(StringComparer.Ordinal);
    private readonly HashSet<(string Holder, NumberKey Key)> _spared = [];
    private readonly Dictionary<NumberKey, string> _releasing = [];
    private readonly HashSet<NumberKey> _lost = [];
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Says what a holder has by its saved state: when it is read or compared.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="key">The number.</param>
    /// <param name="country">The number's country (ISO 3166-1 alpha-2); null where not known.</param>
    public void Hold(string holder, NumberKey key, string? country = null)
    {
        lock (_lock)
        {
            var known = Of(holder);
            (known.Has, known.HasCountry) = (key, country);
            Announce();
        }
    }

    /// <summary>Says what a holder shall have at the end of the run: when its inputs are checked.</summary>
    /// <param name="holder">The holder.</param>
    /// <param name="carrier">The carrier's name.</param>
    /// <param name="number">The very number, or null where any number that meets some criteria will do.</param>
    /// <param name="country">The country of the number (ISO 3166-1 alpha-2); null where any will do.</param>
    public void Want(string holder, string carrier, Msisdn? number, string? country = null)
    {
        lock (_lock)
        {
            Of(holder).Want(carrier, number, country);
            Announce();
        }
    }

    /// <summary>Another holder that wants this very number as well; null where there is none.</summary>
    public string? AlsoWantedBy(string holder, NumberKey key)
    {
        lock (_lock)
            return Others(holder).FirstOrDefault(other => other.WantedNumber is not null && other.Needs(key))?.Name;
    }

    /// <summary>The number of a carrier that the holder has from before or has got in this run; null where there is none.</summary>
    public Msisdn? HeldBy(string holder, string carrier)
    {
        lock (_lock)
        {
            var known = Of(holder);
            return (known.Obtained ?? known.Kept ?? known.Has) is { } key && key.Carrier == carrier ? key.Number : null;
        }
    }

    /// <summary>Sets a number aside for a holder that is about to buy it, in place of what was set aside for it before.</summary>
    /// <returns>False where another holder of this run has it, is buying it or is giving it up.</returns>
    public bool TryReserve(string holder, NumberKey key)
    {
        lock (_lock)
        {
            if (_releasing.ContainsKey(key) || Others(holder).Any(other => other.Reserved == key || other.Obtained == key || other.Has == key))
                return false;

            Of(holder).Reserved = key;
            return true;
        }
    }

    /// <summary>Gives up what was set aside for a holder.</summary>
    public void Unreserve(string holder)
    {
        lock (_lock)
            Of(holder).Reserved = null;
    }

    /// <summary>Says that a number was on offer and could not be bought, so that nobody else in this run tries it on the strength of an older search.</summary>
    public void NoteLost(NumberKey key)
    {
        lock (_lock)
            _lost.Add(key);
    }

    /// <summary>Whether somebody in this run has tried to buy the number in vain.</summary>
    public bool IsLost(NumberKey key)
    {
        lock (_lock)
            return _lost.Contains(key);
    }

    /// <summary>Says that a holder has bought a number.</summary>
    public void Obtain(string holder, NumberKey key)
    {
        lock (_lock)
            Settle(Of(holder), key);
    }

    /// <summary>
    /// Gives a number that the account owns to a holder, if it may have it. Where it does, the coming release by whoever had it before,
    /// the holder itself included, will leave the number alone.
    /// </summary>
    public Takeover TakeOver(string holder, NumberKey key)
    {
        lock (_lock)
        {
            var answer = Judge(holder, key, out var before);
            if (answer == Takeover.Granted)
            {
                if (before!.Has == key)
                    _spared.Add((before.Name, key));
                Settle(Of(holder), key);
            }

            return answer;
        }
    }

    /// <summary>What <see cref="TakeOver"/> would answer, for a preview.</summary>
    public Takeover MayTakeOver(string holder, NumberKey key)
    {
        lock (_lock)
            return Judge(holder, key, out _);
    }

    /// <summary>
    /// Waits until somebody in this run is known to hold the number, or the time is over: holders make themselves known side by side, and
    /// one that takes over may be heard before the one that gives up.
    /// </summary>
    public async Task WaitForHolderAsync(NumberKey key, TimeSpan longest, TimeProvider time, CancellationToken cancellationToken)
    {
        var over = Task.Delay(longest, time, cancellationToken);
        while (!over.IsCompleted)
        {
            Task news;
            lock (_lock)
            {
                if (_holders.Values.Any(holder => holder.Has == key || holder.Obtained == key || holder.Kept == key))
                    return;
                news = _news.Task;
            }

            await Task.WhenAny(news, over);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Asks leave to give a number back to its carrier for good; <see cref="EndRelease"/> must follow where it is granted.</summary>
    /// <param name="holder">Who gives it up.</param>
    /// <param name="key">The number.</param>
    /// <param name="keeper">Where refused: the holder that keeps it, perhaps the same one, re-created.</param>
    public bool TryBeginRelease(string holder, NumberKey key, out string? keeper)
    {
        lock (_lock)
        {
            var self = Of(holder);
            if (_spared.Remove((holder, key)))
                keeper = Others(holder).FirstOrDefault(other => other.Obtained == key)?.Name ?? holder;
            else if (self.AwaitsCreation && self.Obtained is null && self.Needs(key))
                (self.Kept, keeper) = (key, holder);
            else
                keeper = KeepForAnother(holder, key);

            if (keeper is null)
                _releasing[key] = holder;
            else if (self.Has == key)
                self.Has = null;
            return keeper is null;
        }
    }

    /// <summary>Ends what <see cref="TryBeginRelease"/> began.</summary>
    /// <param name="holder">Who gives it up.</param>
    /// <param name="key">The number.</param>
    /// <param name="gone">Whether the account is rid of the number.</param>
    public void EndRelease(string holder, NumberKey key, bool gone)
    {
        lock (_lock)
        {
            _releasing.Remove(key);
            if (!gone)
                return;

            var self = Of(holder);
            if (self.Has == key)
                self.Has = null;
            if (self.Obtained == key)
                self.Obtained = null;
        }
    }

    /// <summary>The other holder that needs the number, if one does; where its creation is still to come, the number is kept for it.</summary>
    private string? KeepForAnother(string holder, NumberKey key)
    {
        var keeper = Others(holder).FirstOrDefault(other => other.MayNeed(key));
        if (keeper is { Obtained: null })
            keeper.Kept = key;
        return keeper?.Name;
    }

    private Takeover Judge(string holder, NumberKey key, out Holder? before)
    {
        before = null;
        if (_releasing.ContainsKey(key) || Others(holder).Any(other => other.Needs(key)))
            return Takeover.Contested;

        var self = Of(holder);
        before = self.Has == key || self.Kept == key || self.Obtained == key
            ? self
            : Others(holder).FirstOrDefault(other => other.Has == key);
        return before is null ? Takeover.NotKnown : Takeover.Granted;
    }

    private static void Settle(Holder holder, NumberKey key)
    {
        holder.Obtained = key;
        holder.Reserved = null;
        holder.Kept = null;
        holder.AwaitsCreation = false;
    }

    private Holder Of(string holder)
    {
        if (!_holders.TryGetValue(holder, out var known))
            _holders[holder] = known = new Holder(holder);
        return known;
    }

    private IEnumerable<Holder> Others(string holder) => _holders.Values.Where(other => other.Name != holder);

    private void Announce()
    {
        _news.SetResult();
        _news = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
