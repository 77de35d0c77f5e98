namespace PulumiNumbers.Carriers.Vonage.Pools;

/// <summary>
/// Vonage Number Pools API v2, typed. Every method throws <see cref="CarrierException"/> where the carrier refuses or fails;
/// requests that are safe to repeat have been repeated by then.
/// </summary>
/// <remarks>
/// A 404 means that a pool is missing only with Vonage's own problem code, or when a complete listing of the account's pools lacks it. Any other
/// 404, such as a gateway's, is an error: the thing may be there behind another base URL.
/// </remarks>
public interface INumberPoolsClient
{
    /// <summary>The API key with which the account is accessed.</summary>
    string AccountId { get; }

    /// <summary>All pools of an account, in the carrier's order.</summary>
    IAsyncEnumerable<Pool> ListPoolsAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>
    /// Sends one request to create a pool, again only where it certainly was not carried out. Kind <see cref="CarrierErrorKind.Conflict"/>
    /// where the id is taken.
    /// </summary>
    Task<Pool> CreatePoolAsync(Pool pool, CancellationToken cancellationToken);

    /// <summary>The pool, or null where the account has none of that id.</summary>
    Task<Pool?> GetPoolAsync(PoolAddress address, CancellationToken cancellationToken);

    /// <summary>Changes a pool's rules and answers the pool as it is then.</summary>
    Task<Pool> UpdatePoolAsync(PoolAddress address, PoolPatch patch, CancellationToken cancellationToken);

    /// <summary>
    /// Deletes a pool and answers whether there was one. Kind <see cref="CarrierErrorKind.Unsupported"/> where the account cannot
    /// delete pools through the API (405 or 501).
    /// </summary>
    Task<bool> DeletePoolAsync(PoolAddress address, CancellationToken cancellationToken);

    /// <summary>
    /// The numbers that the pool holds, in as few pages as the carrier allows: all of them, or an error that names both counts. Kind
    /// <see cref="CarrierErrorKind.NotFound"/> where the pool does not exist.
    /// </summary>
    Task<IReadOnlySet<PoolNumber>> ListNumbersAsync(PoolAddress address, CancellationToken cancellationToken);

    /// <summary>
    /// Adds at most <see cref="NumberPoolsLimits.NumbersPerBatch"/> numbers with one request that is not repeated when its outcome
    /// is unknown (429 may be: it changes nothing). Partial success is an answer, not an exception. Kind
    /// <see cref="CarrierErrorKind.InvalidRequest"/> where validation failed the whole request (<see cref="CarrierException.InvalidParameters"/>).
    /// </summary>
    Task<BatchOutcome> AddNumbersAsync(PoolAddress address, IReadOnlyList<PoolNumber> numbers, CancellationToken cancellationToken);

    /// <summary>Removes at most <see cref="NumberPoolsLimits.NumbersPerBatch"/> numbers, in the manner of <see cref="AddNumbersAsync"/>.</summary>
    Task<BatchOutcome> RemoveNumbersAsync(PoolAddress address, IReadOnlyList<PoolNumber> numbers, CancellationToken cancellationToken);

    /// <summary>
    /// Removes one number through its own address. Kind <see cref="CarrierErrorKind.NotFound"/> where the pool or the number is not there;
    /// kind <see cref="CarrierErrorKind.InvalidRequest"/>, code <c>number-deletion-error</c>, where Vonage could not.
    /// </summary>
    Task RemoveNumberAsync(PoolAddress address, PoolNumber number, CancellationToken cancellationToken);
}

/// <summary>The problem types of the Number Pools API v2 on which decisions rest: the fragments of their links.</summary>
public static class NumberPoolsCodes
{
    /// <summary>The account does not own the number, or the pool service has not learned of the purchase yet.</summary>
    public const string MissingNumberSubscription = "missing-number-subscription";

    /// <summary>On removal: the pool does not hold the number.</summary>
    public const string MissingNumber = "missing-number";

    /// <summary>There is no such pool.</summary>
    public const string NotFound = "not-found";

    /// <summary>The request as a whole is malformed.</summary>
    public const string Validation = "validation";

    /// <summary>A number of the request is malformed, which fails the whole request.</summary>
    public const string NumberValidation = "number-validation";

    /// <summary>Too many requests.</summary>
    public const string Throttled = "throttled";

    /// <summary>An internal error of Vonage.</summary>
    public const string InternalError = "internal-error";
}

/// <summary>The limits that the Number Pools API v2 documents.</summary>
public static class NumberPoolsLimits
{
    /// <summary>The most numbers in one add or remove request; one more and Vonage refuses the whole request.</summary>
    public const int NumbersPerBatch = 50;
}
