using System.Globalization;
using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>Finds what need not be bought because the account owns it already, and guards what belongs to somebody else.</summary>
internal sealed class HeldNumbers(INumberCarrier carrier, NumberClaims claims, PurchasingOptions options, TimeProvider time)
{
    /// <summary>The owned number that the holder is to have; null where one must be bought.</summary>
    /// <param name="request">What is wanted.</param>
    /// <param name="takeOver">How to claim it: for good, or for a preview only.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="PurchaseException">The account owns the very number that is wanted, but it is not this holder's to have.</exception>
    public async Task<OwnedNumber?> FindAsync(
        PurchaseRequest request, Func<string, NumberKey, Takeover> takeOver, CancellationToken cancellationToken)
    {
        if ((request.Number ?? claims.HeldBy(request.Holder, carrier.Name)) is not { } number)
            return null;

        var country = request.Number is null ? null : request.Criteria.Country;
        if (await carrier.FindOwnedAsync(country, number, cancellationToken) is not { } owned)
            return null;

        // A number keeps its country, so who now wants one of another country wants another number.
        if (request.Number is null && request.Criteria.Country is { } wanted && wanted != owned.Country)
            return null;

        var key = new NumberKey(carrier.Name, number);
        await claims.WaitForHolderAsync(key, options.HolderWait, time, cancellationToken);
        return takeOver(request.Holder, key) switch
        {
            Takeover.Granted => owned,
            _ when request.Number is null => null,
            Takeover.Contested => throw Refusal(
                PurchaseFailure.Contested, owned, $"{carrier.Name}: {number} is claimed more than once in this run; only one can have it"),
            _ => throw Refusal(PurchaseFailure.AlreadyOwned, owned, $"{carrier.Name}: the account owns {number} already{End(owned)}; it is neither bought again nor taken over"),
        };
    }

    private static string End(OwnedNumber owned) => owned.Expires is { } expires
        ? string.Create(CultureInfo.InvariantCulture, $" until {expires:yyyy-MM-dd HH:mm} UTC, for it has been cancelled and cannot be bought anew before that")
        : "";

    private PurchaseException Refusal(PurchaseFailure failure, OwnedNumber owned, string message) => new(failure, message)
    {
        Carrier = carrier.Name,
        Number = owned.Number,
        Country = owned.Country,
    };
}
