using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>Creates pools. Vonage refuses a second pool of one id, so that a request whose response was lost may be sent again.</summary>
/// <param name="client">The Number Pools API.</param>
/// <param name="options">How long a pool is looked for, and how often the request is sent again.</param>
/// <param name="time">The clock.</param>
public sealed class PoolCreator(INumberPoolsClient client, CreationOptions options, TimeProvider time)
{
    /// <summary>Creates a pool, unless there is one of that id.</summary>
    /// <exception cref="CarrierException">Vonage refused (kind <see cref="CarrierErrorKind.Conflict"/>: the id is taken), or could not be asked before anything was sent.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was sent.</exception>
    public Task<CreationResult<Pool>> CreateAsync(Pool pool, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pool);
        var creation = new NonIdempotentCreation<Pool>(options, time)
        {
            FindExistingAsync = token => client.GetPoolAsync(pool.Address, token),
            SendAsync = token => client.CreatePoolAsync(pool, token),
            FindNewAsync = token => client.GetPoolAsync(pool.Address, token),
            IsOursAsync = async (found, token) => found == pool && (await client.ListNumbersAsync(pool.Address, token)).Count == 0,
        };
        return creation.RunAsync(cancellationToken);
    }
}
