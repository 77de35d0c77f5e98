using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// Buys one particular number at most once. After an answer that leaves the outcome open nothing is sent until the carrier has been asked what the
/// account owns, and then only the order for the same number again, which cannot be sold twice. From then on the outcome is settled by nothing but a
/// look that shows the number or an order that succeeds: a refusal may well be the trace of the purchase itself.
/// </summary>
internal sealed class PurchaseExecutor(INumberCarrier carrier, PurchasingOptions options, TimeProvider time)
{
    private readonly OwnershipProbe _probe = new(carrier, options, time);

    /// <summary>Buys the number. Null where it was bought; otherwise a refusal that leaves other numbers worth trying.</summary>
    /// <exception cref="CarrierException">The carrier refuses for a reason that every other number would meet. Nothing was bought.</exception>
    /// <exception cref="PurchaseException"><see cref="PurchaseFailure.IndeterminateOutcome"/>: whether it was bought is not known.</exception>
    public async Task<CarrierException?> PurchaseAsync(NumberOrder order, GracefulCancellation grace)
    {
        var failure = await SendAsync(order, grace);
        if (failure is null)
            return null;
        if (failure.MayHaveTakenEffect())
        {
            await ResolveAsync(order, failure, attempts: 1, grace);
            return null;
        }

        return IsAboutThisNumber(failure) ? failure : throw failure;
    }

    /// <summary>Finds out what became of an earlier order, and completes the purchase where nothing came of it.</summary>
    /// <exception cref="PurchaseException"><see cref="PurchaseFailure.IndeterminateOutcome"/>: it is still not known.</exception>
    public Task CompleteAsync(NumberOrder order, GracefulCancellation grace) => ResolveAsync(order, failure: null, attempts: 0, grace);

    private async Task ResolveAsync(NumberOrder order, CarrierException? failure, int attempts, GracefulCancellation grace)
    {
        while (true)
        {
            var ownership = await _probe.PollAsync(order.Country, order.Number, owned => owned is not null, grace.Forced);
            if (ownership.Number is not null)
                return;

            var isRefused = failure is not null && !failure.MayHaveTakenEffect();
            if (!ownership.IsKnown || isRefused || attempts >= options.Attempts || grace.Requested.IsCancellationRequested)
                throw Indeterminate(order, failure, ownership.IsKnown);

            attempts++;
            failure = await SendAsync(order, grace);
            if (failure is null)
                return;
        }
    }

    private async Task<CarrierException?> SendAsync(NumberOrder order, GracefulCancellation grace)
    {
        try
        {
            await carrier.BuyAsync(order, grace.Forced);
            return null;
        }
        catch (CarrierException exception)
        {
            return exception;
        }
        catch (OperationCanceledException exception) when (grace.Forced.IsCancellationRequested)
        {
            return CarrierFailureExtensions.CancelledWhileWaiting(carrier.Name, $"buy {order.Number}", exception);
        }
    }

    private static bool IsAboutThisNumber(CarrierException failure) => failure.Kind
        is CarrierErrorKind.Conflict or CarrierErrorKind.NotFound or CarrierErrorKind.InvalidRequest;

    private PurchaseException Indeterminate(NumberOrder order, CarrierException? failure, bool wasListed)
    {
        var cause = wasListed ? "the number is not listed for the account yet" : "the account's numbers could not be listed";
        var last = failure is null ? "" : $" Last error: {failure.CarrierMessage ?? failure.Kind.Describe()}.";
        return new PurchaseException(
            PurchaseFailure.IndeterminateOutcome,
            $"{carrier.Name}: could not confirm the purchase of {order.Number}: the response was lost and {cause}.{last}",
            failure)
        {
            Carrier = carrier.Name,
            Number = order.Number,
            Country = order.Country,
        };
    }
}
