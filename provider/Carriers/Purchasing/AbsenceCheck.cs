using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>What a second look for a missing number came to.</summary>
public enum AbsenceKind
{
    /// <summary>It is there after all.</summary>
    Present,

    /// <summary>Two looks agree that it is gone.</summary>
    Gone,

    /// <summary>Two looks agree that it is gone, and so is everything else in the account.</summary>
    AccountIsEmpty,

    /// <summary>It was bought minutes ago and is not listed yet.</summary>
    NotListedYet,

    /// <summary>Whether it was bought has never been confirmed, and still is not.</summary>
    Unconfirmed,
}

/// <summary>What a second look for a missing number came to.</summary>
/// <param name="Kind">What it came to.</param>
/// <param name="Number">The number, where it is there after all.</param>
public sealed record Absence(AbsenceKind Kind, OwnedNumber? Number = null);

/// <summary>
/// Takes a second look before a number that was not found counts as gone: some seconds later, for the number alone and in one complete listing, and
/// both must agree. Whoever believes one empty answer buys another number. Checks that come together share the listing.
/// </summary>
public sealed class AbsenceCheck(INumberCarrier carrier, FreshListing listing, PurchasingOptions options, TimeProvider time)
{
    /// <summary>Looks again for a number that a state has and that was not found, and waits for one that was bought moments ago.</summary>
    /// <exception cref="CarrierException">The carrier could not be asked.</exception>
    public async Task<Absence> RunAsync(HeldNumber held, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        if (held.IsUnconfirmed)
            return new Absence(AbsenceKind.Unconfirmed);

        await Task.Delay(options.AbsenceRecheckDelay, time, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            if (await carrier.FindOwnedAsync(held.Country, held.Key.Number, cancellationToken) is { } found)
                return new Absence(AbsenceKind.Present, found);
            if (!IsListingLate(held))
                break;
            if (attempt == options.Looks)
                return new Absence(AbsenceKind.NotListedYet);
            await Task.Delay(options.LookBackoff.After(attempt), time, cancellationToken);
        }

        var listed = await listing.ReadAsync(cancellationToken);
        if (listed.GetValueOrDefault(held.Key.Number) is { } present)
            return new Absence(AbsenceKind.Present, present);
        return new Absence(listed.Count == 0 ? AbsenceKind.AccountIsEmpty : AbsenceKind.Gone);
    }

    private bool IsListingLate(HeldNumber held) => held.Since is { } since && time.GetUtcNow() - since < options.ListingLag;
}
