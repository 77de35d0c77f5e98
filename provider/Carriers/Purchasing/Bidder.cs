using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>
/// Buys one particular number exactly once. After a lost answer nothing is sent until the carrier has been asked what the account owns, and
/// then only the same number again, which cannot be sold twice; so at no time can two numbers have been bought for one.
/// </summary>
internal sealed class Bidder(INumberCarrier carrier, PurchasingOptions options, TimeProvider time)
{
    private readonly OwnershipInquiry _inquiry = new(carrier, options, time);

    /// <summary>Null where the number was bought; otherwise a refusal that leaves other numbers worth trying.</summary>
    /// <exception cref="CarrierException">The carrier refuses for a reason that every other number would meet. Nothing was bought.</exception>
    /// <exception cref="PurchaseException">Whether it was bought is not certain.</exception>
    public async Task<CarrierException?> BidAsync(NumberOrder order, GracefulCancellation grace)
    {
        var inDoubt = false;
        for (var attempt = 1; ; attempt++)
        {
            var failure = await OneRequest.SendAsync(
                carrier.Name, $"buy {order.Number}", token => carrier.BuyAsync(order, token), grace);
            if (failure is null)
                return null;

            // Once in doubt, a refusal proves nothing: "not available" may mean that the lost attempt has sold it to us.
            inDoubt |= failure.LeavesDoubt();
            if (inDoubt)
            {
                var ownership = await _inquiry.AskAsync(order.Country, order.Number, owned => owned is not null, grace.Forced);
                if (!ownership.IsKnown)
                    throw Unknown(order, failure, "could not be asked afterwards");
                if (ownership.Number is not null)
                    return null;
            }

            if (IsAboutThisNumber(failure))
                return failure;
            if (!inDoubt)
                throw failure;
            if (!failure.LeavesDoubt() || attempt >= options.Attempts || grace.Requested.IsCancellationRequested)
                throw Unknown(order, failure, "does not show it so far");
        }
    }

    private static bool IsAboutThisNumber(CarrierException failure) => failure.Kind
        is CarrierErrorKind.Conflict or CarrierErrorKind.NotFound or CarrierErrorKind.InvalidRequest;

    private PurchaseException Unknown(NumberOrder order, CarrierException failure, string inquiry) => new(
        PurchaseFailure.OutcomeUnknown,
        $"{carrier.Name}: whether {order.Number} was bought is not certain: an answer to the order was lost, {carrier.Name} {inquiry}, "
        + $"and its last word was: {failure.CarrierMessage ?? failure.Kind.Describe()}. "
        + $"Look whether the account owns {order.Number} before another number is bought in its place",
        failure)
    {
        Carrier = carrier.Name,
        Number = order.Number,
        Country = order.Country,
    };
}
