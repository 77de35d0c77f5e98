using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;
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
    internal const string Token = "numbers:index:OwnedNumber";

    /// <inheritdoc/>
    public override Task<OwnedNumberArgs> CheckAsync(CheckContext<OwnedNumberArgs> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        var inputs = new OwnedNumberCheck(check).Run();
        accounts.Run.Numbers.Want(check, inputs);
        return Task.FromResult(inputs);
    }

    /// <inheritdoc/>
    public override ResourceDiff Diff(DiffRequest<OwnedNumberArgs, OwnedNumberState> request, ResourceDiff proposed)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(proposed);
        accounts.Run.Numbers.Hold(request.Urn, request.State);
        accounts.Run.Prices.Note(request.State);
        return OwnedNumberDiff.Of(request, proposed);
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
        return await new Acquisition(account, accounts.Run, request).RunAsync(cancellationToken);
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

        if (owned.Expires is { } end)
            request.Log.Warning(Ending.Warning(id.Carrier, id.Number, end));
        var state = OwnedNumberStates.Of(id.Carrier, owned, request.Inputs, unreported: request.State, request.State);
        if (!request.IsImport)
        {
            accounts.Run.Numbers.Hold(request.Urn, state);
            accounts.Run.Prices.Note(state);
        }

        var inputs = request.Inputs is { } declared
            ? OwnedNumberStates.Refreshed(declared, state)
            : OwnedNumberStates.Declaration(state);
        return new ReadOutcome<OwnedNumberArgs, OwnedNumberState>(IdOf(account, owned), inputs, state);
    }

    /// <inheritdoc/>
    public override Task PreviewUpdateAsync(
        UpdateRequest<OwnedNumberArgs, OwnedNumberState> request, StatePreview<OwnedNumberState> preview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(preview);
        RefuseAnotherCountry(request);

        // The number stays, whatever the criteria say by now.
        preview.Known(state => state.Number, request.State.Number);
        preview.Known(state => state.Country, request.State.Country);
        preview.Known(state => state.Type, request.State.Type);
        preview.Known(state => state.Features, request.State.Features);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task<Outcome<OwnedNumberState>> UpdateAsync(
        UpdateRequest<OwnedNumberArgs, OwnedNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        RefuseAnotherCountry(request);
        var account = accounts.Numbers(request.State.Carrier, request.Log);
        return await new NumberConfiguration(account, request.Inputs)
            .ChangeAsync(new PriorConfiguration(request.PriorInputs, request.State), cancellationToken);
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
            if (Ending.Report(request.Urn, id.Number, await account.Releaser.ReleaseAsync(order, cancellationToken)) is { } report)
                request.Log.Info(report);
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

    private static void RefuseAnotherCountry(UpdateRequest<OwnedNumberArgs, OwnedNumberState> request)
    {
        if (request.Inputs.Country is not { } country || country == request.State.Country)
            return;

        throw new ResourceException(
            FailureKind.InvalidArgument,
            $"{EnumText.Of(request.State.Carrier)}: {request.State.Number} is a number of {request.State.Country}, not of {country}. " +
            $"Write `country: {request.State.Country}`, or another number.");
    }

    private static string IdOf(NumberAccount account, CarrierNumber owned) => new OwnedNumberId(account.Carrier, owned.Country, owned.Number).ToString();
}
