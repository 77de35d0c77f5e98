namespace PulumiNumbers.Carriers.Transport;

/// <summary>What a write that must not be repeated came to.</summary>
public enum WriteStatus
{
    /// <summary>It was carried out: the carrier said so, or a look shows its effect.</summary>
    Done,

    /// <summary>It was certainly not carried out.</summary>
    NotDone,

    /// <summary>It may have been carried out: no look has shown its effect so far.</summary>
    Indeterminate,
}

/// <summary>What a write that must not be repeated came to.</summary>
/// <param name="Status">Which of the three.</param>
/// <param name="Observed">What the look that showed the effect saw; null where the carrier's own response was clear, or nothing was seen.</param>
/// <param name="LastError">The last failure on the way; null where there was none.</param>
public sealed record WriteOutcome<T>(WriteStatus Status, T? Observed = null, CarrierException? LastError = null)
    where T : class
{
    /// <summary>Whether the effect was there before anything was sent: nothing was written.</summary>
    public bool WasThereBefore { get; init; }
}

/// <summary>How often a write is sent and how long its effect is looked for.</summary>
public sealed record NonIdempotentWriteOptions
{
    /// <summary>
    /// How often the request is sent at most, each time after a look that did not show its effect. More than once only for what the carrier refuses to do
    /// twice for one thing: a listing that lags looks the same as one without the thing. Default 1.
    /// </summary>
    public int MaxSends { get; init; } = 1;

    /// <summary>How many looks without the effect follow a lost response before it counts as indeterminate. Default 6.</summary>
    public int MaxLooks { get; init; } = 6;

    /// <summary>The wait before the second look; it doubles with each one. Default 500 ms.</summary>
    public TimeSpan LookDelay { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The longest wait between looks. Default 10 s.</summary>
    public TimeSpan MaxLookDelay { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>
/// Carries out what must happen at most once: looks before, sends at most once per look, looks repeatedly after a response that leaves the outcome
/// open. Once an attempt is indeterminate a refusal never proves that nothing happened: it may well be the trace of the attempt itself.
/// </summary>
public sealed class NonIdempotentWrite(NonIdempotentWriteOptions options, TimeProvider timeProvider)
{
    /// <summary>Runs the write.</summary>
    /// <param name="look">Asks the carrier for the effect: what is there, or null where it is not there (yet).</param>
    /// <param name="send">Sends the request once; a <see cref="CarrierException"/> says what failed.</param>
    /// <param name="requested">Cancelled when nothing new is to be begun.</param>
    /// <param name="forced">Cancelled when what is under way is to be given up too.</param>
    /// <exception cref="CarrierException">The look before could not be made. Nothing was sent.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was sent.</exception>
    public async Task<WriteOutcome<T>> ExecuteAsync<T>(
        Func<CancellationToken, Task<T?>> look, Func<CancellationToken, Task> send, CancellationToken requested, CancellationToken forced)
        where T : class
    {
        if (await look(requested) is { } existing)
            return new WriteOutcome<T>(WriteStatus.Done, existing) { WasThereBefore = true };
        requested.ThrowIfCancellationRequested();

        var isIndeterminate = false;
        for (var sends = 1; ; sends++)
        {
            var failure = await SendAsync(send, forced);
            if (failure is null)
                return new WriteOutcome<T>(WriteStatus.Done);

            isIndeterminate |= failure.IsIndeterminate;
            if (!isIndeterminate)
                return new WriteOutcome<T>(WriteStatus.NotDone, LastError: failure);

            var observed = await PollAsync(look, requested, forced);
            if (observed.Value is not null)
                return new WriteOutcome<T>(WriteStatus.Done, observed.Value, failure);

            // Only after looks that succeeded and did not show it is another attempt allowed; a refusal will not change by repeating.
            if (!observed.WasSeen || sends >= options.MaxSends || failure.Effect == RequestEffect.Rejected || requested.IsCancellationRequested)
                return new WriteOutcome<T>(WriteStatus.Indeterminate, LastError: failure);
        }
    }

    private static async Task<CarrierException?> SendAsync(Func<CancellationToken, Task> send, CancellationToken forced)
    {
        try
        {
            await send(forced);
            return null;
        }
        catch (CarrierException failure)
        {
            return failure;
        }
        catch (OperationCanceledException cancellation) when (forced.IsCancellationRequested)
        {
            return new CarrierException(CarrierErrorKind.Cancelled, cancellation)
            {
                Carrier = "carrier",
                Operation = "complete the request",
                Effect = RequestEffect.Unknown,
            };
        }
    }

    private async Task<(bool WasSeen, T? Value)> PollAsync<T>(Func<CancellationToken, Task<T?>> look, CancellationToken requested, CancellationToken forced)
        where T : class
    {
        var wasSeen = false;
        var delay = options.LookDelay;
        for (var looks = 1; ; looks++)
        {
            try
            {
                if (await look(forced) is { } found)
                    return (true, found);
                wasSeen = true;
            }
            catch (CarrierException)
            {
                // The carrier that lost the response may be down for a while: the next look may succeed.
            }
            catch (OperationCanceledException) when (forced.IsCancellationRequested)
            {
                return (false, null);
            }

            if (looks >= options.MaxLooks || requested.IsCancellationRequested)
                return (wasSeen, null);
            try
            {
                await Task.Delay(delay, timeProvider, requested);
            }
            catch (OperationCanceledException) when (requested.IsCancellationRequested)
            {
                // One last look.
            }

            delay = delay * 2 < options.MaxLookDelay ? delay * 2 : options.MaxLookDelay;
        }
    }
}
