namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>
/// Vonage Number Pools API v2, typed. Every method throws <see cref="CarrierException"/> where the carrier refuses or fails;
/// requests that are safe to repeat have been repeated by then.
/// </summary>
public interface INumberPoolsClient
{
    /// <summary>The account's pools, page by page, in the carrier's order.</summary>
    IAsyncEnumerable<Pool> ListPoolsAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>
    /// Creates a pool. Where the answer is lost, asking for the pool settles whether it was made before anything is repeated.
    /// Kind <see cref="CarrierErrorKind.Conflict"/> where the id is taken.
    /// </summary>
    Task<Pool> CreatePoolAsync(Pool pool, CancellationToken cancellationToken);

    /// <summary>The pool, or null where the account has none of that id.</summary>
    Task<Pool?> GetPoolAsync(PoolAddress address, CancellationToken cancellationToken);

    /// <summary>Changes a pool's rules and answers the pool as it is then.</summary>
    Task<Pool> UpdatePoolAsync(PoolAddress address, PoolPatch patch, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a pool; one that is already gone is done. Kind <see cref="CarrierErrorKind.Unsupported"/> where the account cannot
    /// delete pools through the API (405 or 501).
    /// </summary>
    Task DeletePoolAsync(PoolAddress address, CancellationToken cancellationToken);

    /// <summary>
    /// The numbers that the pool holds, in as few pages as the carrier allows. Kind <see cref="CarrierErrorKind.NotFound"/> where
    /// the pool does not exist.
    /// </summary>
    IAsyncEnumerable<Msisdn> ListNumbersAsync(PoolAddress address, CancellationToken cancellationToken);

    /// <summary>
    /// Adds at most <see cref="NumberPoolsLimits.NumbersPerBatch"/> numbers with one request that is not repeated when its outcome
    /// is unknown (429 may be: it changes nothing). Partial success is an answer, not an exception. Kind
    /// <see cref="CarrierErrorKind.InvalidRequest"/> where validation failed the whole request (<see cref="CarrierException.InvalidParameters"/>).
    /// </summary>
    Task<BatchOutcome> AddNumbersAsync(PoolAddress address, IReadOnlyList<Msisdn> numbers, CancellationToken cancellationToken);

    /// <summary>Removes at most <see cref="NumberPoolsLimits.NumbersPerBatch"/> numbers, in the manner of <see cref="AddNumbersAsync"/>.</summary>
    Task<BatchOutcome> RemoveNumbersAsync(PoolAddress address, IReadOnlyList<Msisdn> numbers, CancellationToken cancellationToken);

    /// <summary>
    /// Removes one number through its own address. Kind <see cref="CarrierErrorKind.NotFound"/> where the pool or the number is not there;
    /// kind <see cref="CarrierErrorKind.InvalidRequest"/>, code <c>number-deletion-error</c>, where Vonage could not.
    /// </summary>
    Task RemoveNumberAsync(PoolAddress address, Msisdn number, CancellationToken cancellationToken);
}
