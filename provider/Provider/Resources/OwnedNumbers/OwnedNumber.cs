using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
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
    """)]
public sealed class OwnedNumber(CarrierAccounts accounts)
    : Resource<OwnedNumberArgs, OwnedNumberState>, IDeploymentParticipant<OwnedNumberArgs, OwnedNumberState>
{
    internal const string Token = "numbers:index:OwnedNumber";

    /// <inheritdoc/>
    public void Declare(Declaration<OwnedNumberArgs> declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        OwnedNumberParticipation.Declare(accounts.Deployment, declaration);
    }

    /// <inheritdoc/>
    public void Observe(Observation<OwnedNumberArgs, OwnedNumberState> observation)
    {
        ArgumentNullException.ThrowIfNull(observation);
        OwnedNumberParticipation.Observe(accounts.Deployment, observation);
    }

    /// <inheritdoc/>
    public override Task<OwnedNumberArgs> CheckAsync(CheckContext<OwnedNumberArgs> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        return Task.FromResult(new OwnedNumberCheck(check, accounts.ReleaseProtection ?? false).Run());
    }

    /// <inheritdoc/>
    public override ResourceDiff Diff(DiffRequest<OwnedNumberArgs, OwnedNumberState> request, ResourceDiff proposed)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(proposed);
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
    public override Task<Outcome<OwnedNumberState>> CreateAsync(CreateRequest<OwnedNumberArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var account = accounts.Numbers(request.Inputs.Carrier, request.Log);
        return new NumberProvisioner(account, accounts.Deployment, request).RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<ReadOutcome<OwnedNumberArgs, OwnedNumberState>?> ReadAsync(
        ReadRequest<OwnedNumberArgs, OwnedNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = OwnedNumberId.Parse(request.Id);
        var account = accounts.Numbers(id.Carrier, request.Log);
        var owned = await account.FindAsync(id.Number, cancellationToken);
        if (request.State is not { } state)
            return owned is null ? null : Import(account, request, owned);
        if (owned is null)
        {
            var absence = await account.ConfirmAbsenceAsync(state, cancellationToken);
            if (absence.Number is null)
                return Missing(account, request, state, absence.Kind);
            owned = absence.Number;
        }

        return Found(account, request, owned);
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
        var state = request.State;
        var account = accounts.Numbers(state.Carrier, request.Log);
        var present = await account.FindAsync(state.Number!.Value, cancellationToken);
        if (present is null)
        {
            var absence = await account.ConfirmAbsenceAsync(state, cancellationToken);
            switch (absence.Kind)
            {
                case AbsenceKind.Present:
                    present = absence.Number!;
                    break;
                case AbsenceKind.NotListedYet:
                    present = OwnedNumberStates.Known(state);
                    break;
                case AbsenceKind.Unconfirmed:
                    try
                    {
                        present = await account.ConfirmPurchaseAsync(request.Urn, request.Inputs, state, cancellationToken);
                    }
                    catch (PurchaseException failure) when (failure.Failure == PurchaseFailure.IndeterminateOutcome)
                    {
                        return new Outcome<OwnedNumberState>(request.Id, state) { Problems = [NumberProvisioner.ConfirmLater(failure)] };
                    }

                    break;
                default:
                    throw new ResourceException(
                        FailureKind.NotFound,
                        $"{account.Name}: the account no longer rents {state.Number}. Run `pulumi refresh`, after which the next `pulumi up` buys another one or the same if it is available.");
            }
        }

        present = present with { Type = present.Type ?? state.Type, Fees = present.Fees };
        return await new NumberConfiguration(account, request.Inputs).ChangeAsync(present, request.PriorInputs, state, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(
        DeleteRequest<OwnedNumberArgs, OwnedNumberState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = OwnedNumberId.Parse(request.Id);
        var account = accounts.Numbers(id.Carrier, request.Log);
        var state = request.State with { Number = id.Number, Country = request.State.Country ?? id.Country };
        var held = OwnedNumberParticipation.HeldOf(state) with { IsProtected = state.ReleaseProtection ?? accounts.ReleaseProtection ?? false };
        var pools = await PoolsHoldingAsync(account, request, id.Number, cancellationToken);
        try
        {
            var release = await account.Releaser.ReleaseAsync(
                new ReleaseRequest(request.Urn.Value, held, OwnedNumberParticipation.SelectionOf(request.Inputs), state.DeleteImmediately ?? false), cancellationToken);
            if (ReleaseMessages.Refusal(request.Urn, held.Key, release.Decision, pools) is { } refusal)
                throw refusal;
            if (release.Outcome == ReleaseOutcome.AlreadyGone && state.Account is { } seenBy && seenBy != account.Client.AccountId)
                throw AccountMismatch.Of(account, id.Number, seenBy);
            request.Log.Info(ReleaseMessages.Describe(held.Key, release, pools));
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

    private ReadOutcome<OwnedNumberArgs, OwnedNumberState> Import(
        NumberAccount account, ReadRequest<OwnedNumberArgs, OwnedNumberState> request, CarrierNumber owned)
    {
        new OwnedNumberId(account.Carrier, owned.Country, owned.Number).RequireCanonical(request.Id);
        return Found(account, request, owned);
    }

    private ReadOutcome<OwnedNumberArgs, OwnedNumberState> Found(
        NumberAccount account, ReadRequest<OwnedNumberArgs, OwnedNumberState> request, CarrierNumber owned)
    {
        if (owned.Expires is { } end)
            request.Log.Warning(ReleaseMessages.EndingWarning(account.Carrier, owned.Number, end));
        var state = OwnedNumberStates.Of(account.Carrier, owned, request.Inputs, unreported: request.State, request.State) with { Account = account.Client.AccountId };
        if (request.Inputs is { } declared)
            return new ReadOutcome<OwnedNumberArgs, OwnedNumberState>(IdOf(account, owned), OwnedNumberStates.Refreshed(declared, state), state);

        state = state with { ReleaseProtection = accounts.ReleaseProtection };
        return new ReadOutcome<OwnedNumberArgs, OwnedNumberState>(IdOf(account, owned), OwnedNumberStates.Declaration(state), state);
    }

    /// <summary>A number that two looks did not find; null where that means that it is gone.</summary>
    private static ReadOutcome<OwnedNumberArgs, OwnedNumberState>? Missing(
        NumberAccount account, ReadRequest<OwnedNumberArgs, OwnedNumberState> request, OwnedNumberState state, AbsenceKind kind)
    {
        switch (kind)
        {
            case AbsenceKind.Unconfirmed:
                return new ReadOutcome<OwnedNumberArgs, OwnedNumberState>(request.Id, request.Inputs ?? state, state)
                {
                    Problems = [$"{account.Name}: the purchase of {state.Number} is still not confirmed, and the number is not listed for the account. Run `pulumi up` to confirm it."],
                };
            case AbsenceKind.NotListedYet:
                request.Log.Warning(
                    $"{account.Name}: {state.Number} was bought at {state.PurchasedAt} and is not listed for the account yet. It is kept in the state; refresh again in some minutes.");
                return new ReadOutcome<OwnedNumberArgs, OwnedNumberState>(request.Id, request.Inputs ?? state, state);
            case AbsenceKind.AccountIsEmpty:
                request.Log.Warning(
                    $"{account.Name}: account {account.Client.AccountId} lists no numbers at all any more, {state.Number} among them. If that is not so, do not run `pulumi up`: it would buy them again.");
                return null;
            default:
                request.Log.Warning($"{account.Name}: {state.Number} is not rented any more: two looks agree. It is removed from the state.");
                return null;
        }
    }

    private static async Task<IReadOnlyList<string>> PoolsHoldingAsync(
        NumberAccount account, DeleteRequest<OwnedNumberArgs, OwnedNumberState> request, Msisdn number, CancellationToken cancellationToken)
    {
        if (account.Pools is not { } pools)
            return [];
        try
        {
            return [.. (await pools.FindPoolsAsync(number, cancellationToken)).Select(pool => pool.ToString())];
        }
        catch (CarrierException failure)
        {
            request.Log.Warning($"Which pools hold {number} is not known: {failure.Message}");
            return [];
        }
    }

    private static string IdOf(NumberAccount account, CarrierNumber owned) => new OwnedNumberId(account.Carrier, owned.Country, owned.Number).ToString();
}
