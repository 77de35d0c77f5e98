using PulumiNumbers.Carriers.Transport;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>Creates pools. Vonage refuses a second pool of one id, so that a request whose response was lost may be sent again.</summary>
/// <param name="client">The Number Pools API.</param>
/// <param name="maxRetries">How often the request is sent again after a look that did not show the pool.</param>
/// <param name="time">The clock.</param>
public sealed class PoolCreator(INumberPoolsClient client, int maxRetries, TimeProvider time)
{
    // With the waits between them about half a minute.
    private const int MaxLooks = 8;

    /// <summary>Creates a pool, unless there is one of that id.</summary>
    /// <exception cref="CarrierException">Vonage refused (kind <see cref="CarrierErrorKind.Conflict"/>: the id is taken), or could not be asked before anything was sent.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was sent.</exception>
    public Task<CreationResult<Pool>> CreateAsync(Pool pool, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pool);
        return Creation.RunAsync(
            new NonIdempotentWriteOptions { MaxSends = maxRetries + 1, MaxLooks = MaxLooks },
            time,
            token => client.GetPoolAsync(pool.Address, token),
            token => client.CreatePoolAsync(pool, token),
            async (found, token) => found == pool && (await client.ListNumbersAsync(pool.Address, token)).Count == 0,
            cancellationToken);
    }
}
