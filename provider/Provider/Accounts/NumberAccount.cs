using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Carriers.Reads;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Deployments;
using PulumiNumbers.Provider.Resources.OwnedNumbers;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>An account from which numbers are rented.</summary>
public sealed class NumberAccount
{
    private readonly SharedListing<Msisdn, CarrierNumber> _owned;
    private readonly FreshListing _listing;
    private readonly AbsenceCheck _absence;

    /// <summary>Makes the account of a carrier.</summary>
    /// <param name="carrier">At which carrier.</param>
    /// <param name="client">The carrier's API.</param>
    /// <param name="deployment">What the resources of the deployment know of each other.</param>
    /// <param name="timeProvider">The clock.</param>
    public NumberAccount(NumberCarrier carrier, INumberCarrier client, DeploymentContext deployment, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(deployment);
        (Carrier, Client) = (carrier, client);
        _owned = new SharedListing<Msisdn, CarrierNumber>(new OwnedNumbersSource(client), new SharedListingOptions(), timeProvider);
        _listing = new FreshListing(client);
        _absence = new AbsenceCheck(client, _listing, deployment.Purchasing, timeProvider);
        Buyer = new NumberBuyer(client, deployment.Numbers, deployment.Journal, _absence, deployment.Purchasing, timeProvider);
        Releaser = new NumberReleaser(client, deployment.Numbers, deployment.Journal, _absence, deployment.Purchasing, timeProvider);
    }

    /// <summary>At which carrier.</summary>
    public NumberCarrier Carrier { get; }

    /// <summary>The carrier's API.</summary>
    public INumberCarrier Client { get; }

    /// <summary>Finds and buys numbers.</summary>
    public NumberBuyer Buyer { get; }

    /// <summary>Gives numbers up.</summary>
    public NumberReleaser Releaser { get; }

    /// <summary>Names the pools that hold a number of the account; null where the carrier has no pools or they are not configured.</summary>
    public IPoolMembershipLookup? Pools { get; init; }

    /// <summary>The carrier's name as messages give it.</summary>
    public string Name => Client.Name;

    /// <summary>The number as the account rents it; null where it does not list it. Reads that come together share one listing.</summary>
    public Task<CarrierNumber?> FindAsync(Msisdn number, CancellationToken cancellationToken) => _owned.FindAsync(number, cancellationToken);

    /// <summary>Looks again for a number that the state has and that was not found, and waits for one that was bought moments ago.</summary>
    /// <param name="state">The number's state.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<Absence> ConfirmAbsenceAsync(OwnedNumberState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var number = state.Number!.Value;
        if (state.Account is { } account && account != Client.AccountId)
            throw AccountMismatch.Of(this, number, account);
        return _absence.RunAsync(OwnedNumberParticipation.HeldOf(state), cancellationToken);
    }

    /// <summary>Completes a purchase that was never confirmed.</summary>
    /// <exception cref="PurchaseException">It still cannot be confirmed.</exception>
    public async Task<CarrierNumber> ConfirmPurchaseAsync(Urn urn, OwnedNumberArgs inputs, OwnedNumberState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(state);
        var held = OwnedNumberParticipation.HeldOf(state);
        var purchase = await Buyer.ConfirmAsync(Purchases.Request(urn, inputs), held, cancellationToken);
        Invalidate(purchase.Number);
        return purchase.Owned ?? OwnedNumberStates.Known(state);
    }

    /// <summary>
    /// A number that was just bought, with what only the list of owned numbers tells of it, where that costs no request for each number; otherwise, or where
    /// it is not listed yet, as it was offered.
    /// </summary>
    public async Task<CarrierNumber> CompleteAsync(CarrierNumber offered, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(offered);
        if (Client.Capabilities.PagesOwnedNumbers)
            return offered;
        try
        {
            return (await _listing.ReadAsync(cancellationToken)).GetValueOrDefault(offered.Number, offered);
        }
        catch (Exception unreadable) when (unreadable is CarrierException or OperationCanceledException)
        {
            return offered;
        }
    }

    /// <summary>Says that something was written to a number: what was read of it before no longer counts.</summary>
    public void Invalidate(Msisdn number) => _owned.Invalidate(number);
}
