namespace PulumiNumbers.Carriers.Waiting;

/// <summary>How long a creation whose response was lost is looked for, and whether it may be sent again.</summary>
public sealed record CreationOptions
{
    /// <summary>
    /// How often the request is sent again after a look that found nothing. Only for what the carrier refuses to create twice: a listing that lags
    /// behind looks the same as one without the thing.
    /// </summary>
    public int MaxResends { get; init; }

    /// <summary>How long the thing is looked for after a lost response.</summary>
    public TimeSpan LookFor { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The waits between looks.</summary>
    public Backoff Backoff { get; init; } = new(TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(5));

    /// <summary>How long the request under way may still take after a cancellation.</summary>
    public TimeSpan CancellationGrace { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long after that the last look may take. Engines kill a plugin 5 s after they interrupt it.</summary>
    public TimeSpan FinalLook { get; init; } = TimeSpan.FromSeconds(1.5);
}

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

/// <summary>
/// Creates what must not be created twice: looks before, sends at most once per look, and looks repeatedly after a lost response. What existed
/// before is never ours; after a lost response a refusal speaks for it and not against it.
/// </summary>
internal sealed class NonIdempotentCreation<T>(CreationOptions options, TimeProvider time)
    where T : class
{
    /// <summary>Finds what exists already; null for nothing. Asked before anything is sent.</summary>
    public required Func<CancellationToken, Task<T?>> FindExistingAsync { get; init; }

    /// <summary>Sends the request.</summary>
    public required Func<CancellationToken, Task<T>> SendAsync { get; init; }

    /// <summary>Finds what exists after a lost response and did not before; null for nothing.</summary>
    public required Func<CancellationToken, Task<T?>> FindNewAsync { get; init; }

    /// <summary>Whether what was found is as it was asked for. If not, somebody else created it in between.</summary>
    public required Func<T, CancellationToken, Task<bool>> IsOursAsync { get; init; }

    /// <exception cref="CarrierException">The carrier refused, or could not be asked before anything was sent. Nothing was created.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was sent.</exception>
    public async Task<CreationResult<T>> RunAsync(CancellationToken cancellationToken)
    {
        if (await FindExistingAsync(cancellationToken) is { } existing)
            return new CreationResult<T>(CreationOutcome.Exists, existing);
        cancellationToken.ThrowIfCancellationRequested();

        using var request = new GracePeriod(options.CancellationGrace, time, cancellationToken);
        using var look = new GracePeriod(options.CancellationGrace + options.FinalLook, time, cancellationToken);
        CarrierException? lost = null;
        var mayExist = false;
        for (var resends = 0; ; resends++)
        {
            try
            {
                return new CreationResult<T>(CreationOutcome.Created, await SendAsync(request.End));
            }
            catch (CarrierException failure) when (mayExist || failure.MayHaveTakenEffect)
            {
                // A refusal that follows a lost response is no news about the request before it.
                lost = failure.MayHaveTakenEffect ? failure : lost;
            }
            catch (OperationCanceledException) when (request.End.IsCancellationRequested)
            {
                // Sent, and not waited for any longer.
            }

            mayExist = true;
            if (await LookAsync(look, cancellationToken) is { } found)
                return new CreationResult<T>(await IsOursAsync(found, look.End) ? CreationOutcome.Created : CreationOutcome.Exists, found, lost);
            if (resends == options.MaxResends || cancellationToken.IsCancellationRequested)
                return new CreationResult<T>(CreationOutcome.Indeterminate, null, lost);
        }
    }

    private async Task<T?> LookAsync(GracePeriod look, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                if (await FindNewAsync(look.End) is { } found)
                    return found;
            }
            catch (CarrierException)
            {
                // The carrier that lost the response may be down for a while: the next look may succeed.
            }
            catch (OperationCanceledException) when (look.End.IsCancellationRequested)
            {
                return null;
            }

            if (cancellationToken.IsCancellationRequested || time.GetElapsedTime(start) >= options.LookFor)
                return null;
            try
            {
                await Task.Delay(options.Backoff.After(attempt), time, cancellationToken);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // One last look.
            }
        }
    }
}
