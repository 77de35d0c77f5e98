using System.Globalization;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>Finds what need not be bought because the account owns it already, and guards what belongs to somebody else.</summary>
internal sealed class ExistingNumberLookup(
    INumberCarrier carrier, NumberReservations reservations, AbsenceCheck absence, PurchasingOptions options, TimeProvider time)
{
    /// <summary>
    /// The number that the resource is to have without a purchase, null where one must be bought; and the number that it had and that is gone, if so.
    /// </summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="adopt">How to take it: for good, or for a preview only.</param>
    /// <param name="cancellationToken">Ends the request.</param>
    /// <exception cref="PurchaseException">The account owns the very number that is asked for, but it is not this resource's to have.</exception>
    public async Task<(Purchase? Kept, Msisdn? Gone)> FindAsync(
        PurchaseRequest request, Func<string, NumberKey, AdoptionResult> adopt, CancellationToken cancellationToken)
    {
        var held = reservations.HeldBy(request.Urn, carrier.Name);
        if (held is not null && !request.Accepts(held.Key, held.Country))
            held = null;
        if ((request.Number ?? held?.Key.Number) is not { } number)
            return (null, null);

        var country = request.Criteria.Country ?? held?.Country;
        var owned = await FindOwnedAsync(country, number, held, cancellationToken);
        if (owned is null)
            return (null, held?.Key.Number);

        var key = new NumberKey(carrier.Name, number);
        await reservations.WaitForOwnerAsync(key, options.OwnerDiscoveryTimeout, time, cancellationToken);
        return adopt(request.Urn, key) switch
        {
            AdoptionResult.Allowed => (new Purchase { Number = owned.Number, Country = owned.Country, Origin = PurchaseOrigin.Kept, Owned = owned }, null),
            _ when request.Number is null => (null, null),
            AdoptionResult.Conflict => throw Refuse(
                PurchaseFailure.Conflict, owned, $"{number} is declared, held or released by another resource of this deployment", reservations.AlsoDeclaredBy(request.Urn, key)),
            _ => throw Refuse(PurchaseFailure.AlreadyOwned, owned, $"the account already owns {number}{End(owned)}"),
        };
    }

    private async Task<OwnedNumber?> FindOwnedAsync(string? country, Msisdn number, HeldNumber? held, CancellationToken cancellationToken)
    {
        if (await carrier.FindOwnedAsync(country, number, cancellationToken) is { } owned)
            return owned;
        if (held is null)
            return null;

        // The state says that it is there: one empty answer is too little to buy another in its place.
        return held.Since is { } since && time.GetUtcNow() - since < options.ListingLag
            ? new OwnedNumber { Number = number, Country = held.Country ?? country ?? "" }
            : (await absence.RunAsync(held, cancellationToken)).Number;
    }

    private static string End(OwnedNumber owned) => owned.Expires is { } expires
        ? string.Create(CultureInfo.InvariantCulture, $" until {expires:yyyy-MM-dd HH:mm} UTC; it is cancelled and cannot be bought again before that")
        : "";

    private PurchaseException Refuse(PurchaseFailure failure, OwnedNumber owned, string message, string? other = null) => new(failure, $"{carrier.Name}: {message}")
    {
        Carrier = carrier.Name,
        Number = owned.Number,
        Country = owned.Country,
        OtherUrn = other,
    };
}
