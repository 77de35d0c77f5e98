using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// Gives numbers back. One that a resource of this deployment still needs is left alone; one that is already gone is done; after a lost answer the
/// carrier is asked before anything is repeated.
/// </summary>
public sealed class NumberReleaser(
    INumberCarrier carrier, NumberReservations reservations, IPurchaseJournal journal, AbsenceCheck absence, PurchasingOptions options, TimeProvider time)
{
    private readonly OwnershipProbe _probe = new(carrier, options, time);

    /// <summary>Gives a number back, unless this deployment needs it.</summary>
    /// <exception cref="CarrierException">The carrier refuses, or whether it did it could not be found out. The number may still be the account's: ask again later.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was done.</exception>
    public async Task<Release> ReleaseAsync(ReleaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var key = request.Held.Key;
        var decision = reservations.BeginRelease(request.Urn, request.Held, request.Selection);
        if (decision.Verdict != ReleaseVerdict.Release)
        {
            // Between the deletion and the creation no state has the number: a run that ends there must not lose it.
            if (decision is { IsPendingCreate: true, Other: { } keeper })
                journal.TryWrite(keeper, new JournalEntry(carrier.AccountId, key, request.Country, time.GetUtcNow(), IsOrdered: false));
            return new Release(ReleaseOutcome.Kept) { Decision = decision };
        }

        Release? release = null;
        try
        {
            release = await CancelAsync(request, cancellationToken);
            journal.Strike(request.Urn, key);
            return release;
        }
        finally
        {
            reservations.EndRelease(request.Urn, key, isGone: release is not null);
        }
    }

    private async Task<Release> CancelAsync(ReleaseRequest request, CancellationToken cancellationToken)
    {
        // Only where a cancelled number runs on can it have been cancelled before and still be there.
        if (carrier.Capabilities.CancelsAtPeriodEnd
            && StateOf(await carrier.FindOwnedAsync(request.Country, request.Number, cancellationToken), request) is { Outcome: ReleaseOutcome.Ending } before)
            return before;

        cancellationToken.ThrowIfCancellationRequested();
        using var grace = new GracefulCancellation(options.CancellationGrace, time, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var failure = await SendAsync(request, grace);
            if (failure is null)
                return await ConfirmAsync(request, grace.Forced);
            if (failure.Kind == CarrierErrorKind.NotFound)
                return attempt > 1 ? new Release(ReleaseOutcome.Released) : await ConfirmGoneAsync(request, failure, grace.Requested);
            if (!failure.MayHaveTakenEffect())
                throw failure;

            var ownership = await _probe.PollAsync(request.Country, request.Number, owned => StateOf(owned, request) is not null, grace.Forced);
            if (ownership.IsKnown && StateOf(ownership.Number, request) is { } settled)
                return settled;
            if (!ownership.IsKnown || attempt >= options.Attempts || grace.Requested.IsCancellationRequested)
                throw failure;
        }
    }

    /// <summary>A number that the state has and the carrier does not know is forgotten only when a second look agrees.</summary>
    private async Task<Release> ConfirmGoneAsync(ReleaseRequest request, CarrierException failure, CancellationToken cancellationToken)
    {
        var result = await absence.RunAsync(request.Held, cancellationToken);
        return result.Kind == AbsenceKind.Present ? throw failure : new Release(ReleaseOutcome.AlreadyGone);
    }

    private async Task<CarrierException?> SendAsync(ReleaseRequest request, GracefulCancellation grace)
    {
        try
        {
            await carrier.CancelAsync(new NumberCancellation(request.Country, request.Number, request.Immediately), grace.Forced);
            return null;
        }
        catch (CarrierException exception)
        {
            return exception;
        }
        catch (OperationCanceledException exception) when (grace.Forced.IsCancellationRequested)
        {
            return CarrierFailureExtensions.CancelledWhileWaiting(carrier.Name, $"cancel {request.Number}", exception);
        }
    }

    /// <summary>Finds out until when a number runs that was cancelled for the end of its period.</summary>
    private async Task<Release> ConfirmAsync(ReleaseRequest request, CancellationToken cancellationToken)
    {
        if (!carrier.Capabilities.CancelsAtPeriodEnd || request.Immediately)
            return new Release(ReleaseOutcome.Released);

        var ownership = await _probe.PollAsync(request.Country, request.Number, owned => StateOf(owned, request) is not null, cancellationToken);
        return (ownership.IsKnown ? StateOf(ownership.Number, request) : null) ?? new Release(ReleaseOutcome.Ending);
    }

    /// <summary>What the number's condition means for the request; null where it is not cancelled as requested.</summary>
    private static Release? StateOf(OwnedNumber? owned, ReleaseRequest request) => owned switch
    {
        null => new Release(ReleaseOutcome.Released),
        { Expires: { } expires } when !request.Immediately => new Release(ReleaseOutcome.Ending, expires),
        _ => null,
    };
}
