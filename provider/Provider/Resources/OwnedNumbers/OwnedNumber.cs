using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
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
public sealed class OwnedNumber(CarrierAccounts accounts, RunMemory run) : Resource<OwnedNumberArgs, OwnedNumberState>
{
    private const string Token = "numbers:index:OwnedNumber";

    private static readonly PropertyPath NumberPath = PropertyPath.Of<OwnedNumberArgs>(args => args.Number);
    private static readonly PropertyPath CountryPath = PropertyPath.Of<OwnedNumberArgs>(args => args.Country);

    /// <inheritdoc/>
    public override Task<OwnedNumberArgs> CheckAsync(CheckContext<OwnedNumberArgs> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        var inputs = new OwnedNumberCheck(check).Run();
        if (check.PriorInputs is { Number: { } before } prior)
            run.Numbers.Hold(check.Urn, new NumberKey(prior.Carrier, before));

        if (!check.IsKnown(args => args.Carrier) || inputs.Number is not { } number)
        {
            run.Numbers.WantAny(check.Urn);
            return Task.FromResult(inputs);
        }

        var key = new NumberKey(inputs.Carrier, number);
        if (run.Numbers.ClaimantOf(key, otherThan: check.Urn) is { } other && other != check.Urn)
            check.Fail(args => args.Number, $"{number} is declared by {other.Name} as well: one number belongs to one resource.");
        run.Numbers.Want(check.Urn, key);
        return Task.FromResult(inputs);
    }

    /// <inheritdoc/>
    public override ResourceDiff Diff(DiffRequest<OwnedNumberArgs, OwnedNumberState> request, ResourceDiff proposed)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(proposed);
        var diff = proposed with { Changes = [.. proposed.Changes.Select(change => Judge(request, change)).OfType<PropertyChange>()] };
        var held = KeyOf(request.State);
        run.Numbers.Hold(request.Urn, held);
        if (!diff.Changes.Any(change => change.Replaces))
            run.Numbers.Want(request.Urn, held);
        return diff;
    }

    /// <inheritdoc/>
    public override async Task PreviewCreateAsync(
        CreateRequest<OwnedNumberArgs> request, StatePreview<OwnedNumberState> preview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(preview);
        await new PurchasePreview(accounts, run, request, preview).ShowAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<Outcome<OwnedNumberState>> CreateAsync(
        CreateRequest<OwnedNumberArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var account = accounts.Numbers(request.Inputs.Carrier, request.Log);
        var configuration = new NumberConfiguration(account, request.Inputs);
        if (request.Inputs.Number is { } number && await account.FindAsync(number, cancellationToken) is { } owned)
        {
            Adoption.Allow(run, request.Urn, account.Carrier, owned);
            request.Log.Info($"{number} is rented already and stays: nothing is bought.");
            run.Numbers.Want(request.Urn, new NumberKey(account.Carrier, number));
            return await configuration.BeginAsync(owned, cancellationToken);
        }

        var bought = await account.BuyAsync(request.Inputs, cancellationToken);
        var key = new NumberKey(account.Carrier, bought.Number);
        run.Numbers.Want(request.Urn, key);
        run.Numbers.Hold(request.Urn, key);
        request.Log.Info($"Bought {bought.Number} for {Price.Of(bought.Fees)} ({run.Purchases.Add(request.Urn, bought.Fees)}).");
        return await configuration.BeginAsync(Unconfigured(bought), cancellationToken);
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
            run.Numbers.Hold(request.Urn, new NumberKey(id.Carrier, id.Number));
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
        var key = new NumberKey(id.Carrier, id.Number);
        if (run.Numbers.ClaimantOf(key, otherThan: request.Urn) is { } keeper)
        {
            request.Log.Info(keeper == request.Urn
                ? $"{id.Number} stays rented: its replacement is the same number."
                : $"{id.Number} stays rented: {keeper.Name} declares it now.");
            return;
        }

        var account = accounts.Numbers(id.Carrier, request.Log);
        await account.ReleaseAsync(request.State, request.Log, cancellationToken);
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

    private static NumberKey KeyOf(OwnedNumberState state) => new(state.Carrier, state.Number!.Value);

    private static string IdOf(NumberAccount account, CarrierNumber owned) => new OwnedNumberId(account.Carrier, owned.Country, owned.Number).ToString();

    private static CarrierNumber Unconfigured(AvailableNumber bought) => new()
    {
        Number = bought.Number,
        Country = bought.Country,
        Type = bought.Type,
        Features = bought.Features,
        Fees = bought.Fees,
    };
}
