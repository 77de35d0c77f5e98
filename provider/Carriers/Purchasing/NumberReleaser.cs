using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// Gives numbers back. One that somebody in this run still needs is left alone; one that is already gone is done; after a lost answer the
/// carrier is asked before anything is repeated.
/// </summary>
public sealed class NumberReleaser(INumberCarrier carrier, NumberClaims claims, PurchasingOptions options, TimeProvider time)
{
    private readonly OwnershipInquiry _inquiry = new(carrier, options, time);

    /// <summary>Gives a number back.</summary>
    /// <exception cref="CarrierException">The carrier refuses, or whether it did it could not be found out. The number may still be the account's: ask again later.</exception>
    /// <exception cref="OperationCanceledException">Cancelled before anything was done.</exception>
    public async Task<Release> ReleaseAsync(ReleaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var key = new NumberKey(carrier.Name, request.Number);
        if (!claims.TryBeginRelease(request.Holder, key, out var keeper))
            return new Release(ReleaseOutcome.Kept, Keeper: keeper);

        Release? release = null;
        try
        {
            return release = await CancelAsync(request, cancellationToken);
        }
        finally
        {
            claims.EndRelease(request.Holder, key, gone: release is not null);
        }
    }

    private async Task<Release> CancelAsync(ReleaseRequest request, CancellationToken cancellationToken)
    {
        // Only where a cancelled number runs on can it have been cancelled before and still be there.
        if (carrier.Capabilities.CancelsAtPeriodEnd
            && State(await carrier.FindOwnedAsync(request.Country, request.Number, cancellationToken), request) is { } before)
            return before.Outcome == ReleaseOutcome.Released ? before with { Outcome = ReleaseOutcome.AlreadyGone } : before;

        cancellationToken.ThrowIfCancellationRequested();
        using var grace = new GracefulCancellation(options.CancellationGrace, time, cancellationToken);
        var cancellation = new NumberCancellation(request.Country, request.Number, request.Immediately);
        for (var attempt = 1; ; attempt++)
        {
            var failure = await OneRequest.SendAsync(
                carrier.Name, $"cancel {request.Number}", token => carrier.CancelAsync(cancellation, token), grace);
            if (failure is null)
                return await ConfirmAsync(request, grace.Forced);
            if (failure.Kind == CarrierErrorKind.NotFound)
                return new Release(attempt == 1 ? ReleaseOutcome.AlreadyGone : ReleaseOutcome.Released);
            if (!failure.LeavesDoubt())
                throw failure;

            var ownership = await _inquiry.AskAsync(request.Country, request.Number, owned => State(owned, request) is not null, grace.Forced);
            if (ownership.IsKnown && State(ownership.Number, request) is { } settled)
                return settled;
            if (!ownership.IsKnown || attempt >= options.Attempts || grace.Requested.IsCancellationRequested)
                throw failure;
        }
    }

    /// <summary>Finds out until when a number runs that was cancelled for the end of its period.</summary>
    private async Task<Release> ConfirmAsync(ReleaseRequest request, CancellationToken cancellationToken)
    {
        if (!carrier.Capabilities.CancelsAtPeriodEnd || request.Immediately)
            return new Release(ReleaseOutcome.Released);

        var ownership = await _inquiry.AskAsync(request.Country, request.Number, owned => State(owned, request) is not null, cancellationToken);
        return (ownership.IsKnown ? State(ownership.Number, request) : null) ?? new Release(ReleaseOutcome.Ending);
    }

    /// <summary>What the number's condition means for the request; null where it is not cancelled as wanted.</summary>
    private static Release? State(OwnedNumber? owned, ReleaseRequest request) => owned switch
    {
        null => new Release(ReleaseOutcome.Released),
        { Expires: { } expires } when !request.Immediately => new Release(ReleaseOutcome.Ending, expires),
        _ => null,
    };
}
