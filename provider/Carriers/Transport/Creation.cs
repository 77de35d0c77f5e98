using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>What a creation came to.</summary>
public enum CreationOutcome
{
    /// <summary>It exists, and it is ours.</summary>
    Created,

    /// <summary>Something of the same identity exists that is not ours. Nothing was created.</summary>
    Exists,

    /// <summary>The response was lost, and no look showed the thing so far.</summary>
    Indeterminate,
}

/// <summary>What a creation came to.</summary>
/// <param name="Outcome">Which of the three.</param>
/// <param name="Item">What exists; null where indeterminate.</param>
/// <param name="Failure">The last failure on the way; null where there was none.</param>
public sealed record CreationResult<T>(CreationOutcome Outcome, T? Item, CarrierException? Failure = null)
    where T : class;

/// <summary>A <see cref="NonIdempotentWrite"/> that creates something: what existed before is never ours.</summary>
internal static class Creation
{
    // Engines kill a plugin 5 s after they interrupt it.
    private static readonly TimeSpan CancellationGrace = TimeSpan.FromSeconds(3.5);

    /// <summary>Creates, unless there is something.</summary>
    /// <param name="options">How often the request is sent, and how long its effect is looked for.</param>
    /// <param name="time">The clock.</param>
    /// <param name="look">Finds what exists; null for nothing.</param>
    /// <param name="send">Sends the request.</param>
    /// <param name="isOurs">Whether what a look found after a lost response is as it was asked for; if not, somebody else created it in between.</param>
    /// <param name="cancellationToken">Begins nothing new once cancelled.</param>
    /// <exception cref="CarrierException">The carrier refused, or could not be asked before anything was sent. Nothing was created.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was sent.</exception>
    public static async Task<CreationResult<T>> RunAsync<T>(
        NonIdempotentWriteOptions options,
        TimeProvider time,
        Func<CancellationToken, Task<T?>> look,
        Func<CancellationToken, Task<T>> send,
        Func<T, CancellationToken, Task<bool>> isOurs,
        CancellationToken cancellationToken)
        where T : class
    {
        using var cancellation = new GracefulCancellation(CancellationGrace, time, cancellationToken);
        T? created = null;
        var outcome = await new NonIdempotentWrite(options, time).ExecuteAsync(
            look, async token => created = await send(token), cancellation.Requested, cancellation.Forced);
        return outcome switch
        {
            { WasThereBefore: true } => new CreationResult<T>(CreationOutcome.Exists, outcome.Observed),
            { Status: WriteStatus.NotDone, LastError: { } refusal } => throw refusal,
            { Status: WriteStatus.Done, Observed: { } found } => new CreationResult<T>(
                await isOurs(found, cancellation.Forced) ? CreationOutcome.Created : CreationOutcome.Exists, found, outcome.LastError),
            { Status: WriteStatus.Done } => new CreationResult<T>(CreationOutcome.Created, created),
            _ => new CreationResult<T>(CreationOutcome.Indeterminate, null, outcome.LastError),
        };
    }
}
