using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Annotations;
using PulumiNumbers.Plugin.Checking;
using PulumiNumbers.Plugin.Failures;
using PulumiNumbers.Plugin.Resources;
using PulumiNumbers.Plugin.Values;
using PulumiNumbers.Provider.Accounts;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>A number that is rented from KPN, Vonage or seven.io. Its id is <c>carrier/country/number</c>.</summary>
[ResourceType(Token, """
    A telephone number that is rented from a carrier: found, bought, configured, and given up when the resource is deleted.

    Say which number (`number`), or what it must be like (`country`, `pattern`, `type`, `features`); a number that was found by its likeness
    stays, whatever the criteria say later. A preview says what a purchase will cost; `maxMonthlyFee` and `maxSetupFee` refuse it before money
    is spent.

    A purchase is never repeated without first asking the carrier whether the one before went through. A number that the account already
    rents is neither bought nor taken over: the error names the import command. A number is never given up on the way to being
    re-created: where a replacement is the same number, it is kept.

    What a carrier does not know is an error: applications exist at Vonage only, forwarding and names at seven.io only.

    ## Import

    ```sh
    pulumi import numbers:index:OwnedNumber hotline kpn/GB/447700900000
    pulumi import numbers:index:OwnedNumber alerts seven/447700900001
    ```
    """)]
public sealed class OwnedNumber(CarrierAccounts accounts) : Resource<OwnedNumberArgs, OwnedNumberState>
{
    private const string Token = "numbers:index:OwnedNumber";

    private static readonly PropertyPath NumberPath = PropertyPath.Of<OwnedNumberArgs>(args => args.Number);
    private static readonly PropertyPath CountryPath = PropertyPath.Of<OwnedNumberArgs>(args => args.Country);

    /// <inheritdoc/>
    public override Task<OwnedNumberArgs> CheckAsync(CheckContext<OwnedNumberArgs> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        var inputs = new OwnedNumberCheck(check).Run();
        if (check.IsKnown(args => args.Carrier) && check.IsKnown(args => args.Number))
            Claim(check, inputs);
        return Task.FromResult(inputs);
    }

    /// <inheritdoc/>
    public override ResourceDiff Diff(DiffRequest<OwnedNumberArgs, OwnedNumberState> request, ResourceDiff proposed)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(proposed);
        var diff = proposed with { Changes = [.. proposed.Changes.Select(change => Judge(request, change)).OfType<PropertyChange>()] };
        accounts.Run.Numbers.Hold(request.Urn.Value, KeyOf(request.State));
        return diff;
    }

    /// <inheritdoc/>
    public override async Task PreviewCreateAsync(
        CreateRequest<OwnedNumberArgs> request, StatePreview<OwnedNumberState> preview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(preview);
        await new PurchasePreview(accounts, request, preview).ShowAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<Outcome<OwnedNumberState>> CreateAsync(
        CreateRequest<OwnedNumberArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var account = accounts.Numbers(request.Inputs.Carrier, request.Log);
        var purchase = await BuyAsync(account, request, cancellationToken);
        account.Invalidate(purchase.Number);
        if (purchase.Offer is { } offer)
        {
            accounts.Run.Purchases.Add(offer.Fees);
            request.Log.Info($"Bought {offer.Number} for {PurchasePrice.Of(offer.Fees, accounts.Run.Purchases)}.");
        }
        else
        {
            request.Log.Info($"{purchase.Number} is rented already and stays: nothing was bought.");
        }

        return await new NumberConfiguration(account, request.Inputs).BeginAsync(Unconfigured(purchase), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<ReadOutcome<OwnedNumberArgs, OwnedNumberState>?> ReadAsync(
        ReadRequest<OwnedNumberArgs, OwnedNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = OwnedNumberId.Parse(request.Id);
        var account = accounts.Numbers(id.Carrier, request.Log);
        if (await account.FindAsync(id.Number, cancellationToken) is not { } owned)
            return null;

        if (!request.IsImport)
            accounts.Run.Numbers.Hold(request.Urn.Value, new NumberKey(account.Name, id.Number));
        if (owned.Expires is { } end)
            request.Log.Warning($"{id.Number} has been cancelled and ends on {Rfc3339.Text(end)}. {EnumText.Of(id.Carrier)} offers no way to keep it through its API.");
        var state = OwnedNumberStates.Of(id.Carrier, owned, request.Inputs, unreported: request.State, request.State);
        var inputs = request.Inputs is { } declared
            ? OwnedNumberStates.Refreshed(declared, state)
            : OwnedNumberStates.Declaration(state);
        return new ReadOutcome<OwnedNumberArgs, OwnedNumberState>(IdOf(account, owned), inputs, state);
    }

    /// <inheritdoc/>
    public override async Task<Outcome<OwnedNumberState>> UpdateAsync(
        UpdateRequest<OwnedNumberArgs, OwnedNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var account = accounts.Numbers(request.State.Carrier, request.Log);
        var number = request.State.Number!.Value;
        if (request.Inputs.Country is { } country && country != request.State.Country)
        {
            throw new ResourceException(
                FailureKind.InvalidArgument,
                $"{account.Name}: {number} is a number of {request.State.Country}, not of {country}. Write `country: {request.State.Country}`, or another number.");
        }

        var owned = await account.FindAsync(number, cancellationToken) ?? throw new ResourceException(
            FailureKind.NotFound,
            $"{account.Name}: the account no longer rents {number}. Run `pulumi refresh`, after which the next `pulumi up` buys it again if it is on offer.");
        return await new NumberConfiguration(account, request.Inputs)
            .ChangeAsync(owned, new PriorConfiguration(request.PriorInputs, request.State), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(
        DeleteRequest<OwnedNumberArgs, OwnedNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = OwnedNumberId.Parse(request.Id);
        var account = accounts.Numbers(id.Carrier, request.Log);
        try
        {
            var order = new ReleaseRequest(request.Urn.Value, request.State.Country ?? id.Country ?? "", id.Number, request.State.DeleteImmediately ?? false);
            Tell(request, id.Number, await account.Releaser.ReleaseAsync(order, cancellationToken));
        }
        finally
        {
            account.Invalidate(id.Number);
        }
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ListedResource> ListAsync(
        ListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        foreach (var account in accounts.ConfiguredNumbers(request.Log))
        {
            await foreach (var owned in account.Client.ListOwnedAsync(new OwnedNumberFilter(), cancellationToken))
                yield return new ListedResource(IdOf(account, owned), owned.Number.ToString());
        }
    }

    /// <summary>A number that was chosen once stays: criteria do not change it, nor does no longer naming it.</summary>
    private static PropertyChange? Judge(DiffRequest<OwnedNumberArgs, OwnedNumberState> request, PropertyChange change)
    {
        if (change.Path.Equals(NumberPath) && change.Kind == ChangeKind.Delete)
            return null;
        if (!change.Path.Equals(CountryPath))
            return change;

        // A number keeps its country, so another country means another number, unless the number itself is declared.
        return change.Kind == ChangeKind.Delete ? null
            : request.IsKnown(args => args.Country) && request.Inputs.Number is null && request.IsKnown(args => args.Number) ? change with { Replaces = true }
            : change;
    }

    private static NumberKey KeyOf(OwnedNumberState state) => new(EnumText.Of(state.Carrier), state.Number!.Value);

    private static string IdOf(NumberAccount account, CarrierNumber owned) => new OwnedNumberId(account.Carrier, owned.Country, owned.Number).ToString();

    private static CarrierNumber Unconfigured(Purchase purchase) => purchase.Owned ?? new CarrierNumber
    {
        Number = purchase.Number,
        Country = purchase.Country,
        Type = purchase.Offer?.Type,
        Features = purchase.Offer?.Features ?? new HashSet<NumberFeature>(),
        Fees = purchase.Offer?.Fees,
    };

    private static async Task<Purchase> BuyAsync(NumberAccount account, CreateRequest<OwnedNumberArgs> request, CancellationToken cancellationToken)
    {
        try
        {
            return await account.Buyer.BuyAsync(Purchases.Request(request.Urn, request.Inputs), cancellationToken);
        }
        catch (PurchaseException refusal)
        {
            throw Purchases.Explain(request.Urn, refusal);
        }
    }

    private static void Tell(ResourceRequest request, Msisdn number, Release release)
    {
        var message = release.Outcome switch
        {
            ReleaseOutcome.Kept when release.Keeper == request.Urn.Value => $"{number} stays rented: its replacement is the same number.",
            ReleaseOutcome.Kept => $"{number} stays rented: {new Urn(release.Keeper ?? "").Name} has it now.",
            ReleaseOutcome.Ending => $"{number} is cancelled and runs until {Rfc3339.Text(release.Expires) ?? "the end of its period"}. Set `deleteImmediately` to end a number at once.",
            ReleaseOutcome.AlreadyGone => $"{number} was not rented any more.",
            _ => null,
        };
        if (message is not null)
            request.Log.Info(message);
    }

    /// <summary>Makes known which number the resource wants and which one it has, before anything is done about either.</summary>
    private void Claim(CheckContext<OwnedNumberArgs> check, OwnedNumberArgs inputs)
    {
        var claims = accounts.Run.Numbers;
        var holder = check.Urn.Value;
        var carrier = EnumText.Of(inputs.Carrier);
        if (check.PriorInputs is { Number: { } before } prior)
            claims.Hold(holder, new NumberKey(EnumText.Of(prior.Carrier), before));
        claims.Want(holder, carrier, inputs.Number);
        if (inputs.Number is { } number && claims.AlsoWantedBy(holder, new NumberKey(carrier, number)) is { } other)
            check.Fail(args => args.Number, $"{number} is declared by {new Urn(other).Name} as well: one number belongs to one resource.");
    }
}
