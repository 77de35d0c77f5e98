using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// Complete listings of an account, none of them older than the call that asks for it. Calls that come while one is under way share the next one, so
/// that any number of them costs two.
/// </summary>
public sealed class FreshListing(INumberCarrier carrier)
{
    private readonly Lock _lock = new();
    private Task<IReadOnlyDictionary<Msisdn, OwnedNumber>>? _running;
    private Task<IReadOnlyDictionary<Msisdn, OwnedNumber>>? _next;

    /// <summary>All numbers that the account lists, by a listing that begins after the call.</summary>
    /// <exception cref="CarrierException">The carrier could not be asked.</exception>
    public Task<IReadOnlyDictionary<Msisdn, OwnedNumber>> ReadAsync(CancellationToken cancellationToken)
    {
        Task<IReadOnlyDictionary<Msisdn, OwnedNumber>> listing;
        lock (_lock)
        {
            if (_next is not null)
                listing = _next;
            else if (_running is null or { IsCompleted: true })
                listing = _running = ListAsync();
            else
                listing = _next = ListAfterAsync(_running);
        }

        return listing.WaitAsync(cancellationToken);
    }

    private async Task<IReadOnlyDictionary<Msisdn, OwnedNumber>> ListAfterAsync(Task running)
    {
        await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        lock (_lock)
            (_running, _next) = (_next, null);
        return await ListAsync();
    }

    /// <summary>All who wait share it, so the cancellation of one does not end it.</summary>
    private async Task<IReadOnlyDictionary<Msisdn, OwnedNumber>> ListAsync()
    {
        var numbers = new Dictionary<Msisdn, OwnedNumber>();
        await foreach (var owned in carrier.ListOwnedAsync(new OwnedNumberFilter(), CancellationToken.None))
            numbers[owned.Number] = owned;
        return numbers;
    }
}
