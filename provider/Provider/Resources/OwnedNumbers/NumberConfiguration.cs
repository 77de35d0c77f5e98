using PulumiNumbers.Carriers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Writes the settings of a number that the account rents, and reads back what came of it.</summary>
internal sealed class NumberConfiguration(NumberAccount account, OwnedNumberArgs inputs)
{
    /// <summary>
    /// Configures a number that this program has just bought or taken over. It is rented by now, so whatever fails is a problem and no
    /// failure: the number must not be lost from the state.
    /// </summary>
    public async Task<Outcome<OwnedNumberState>> BeginAsync(CarrierNumber owned, CancellationToken cancellationToken)
    {
        List<string> problems = [];
        try
        {
            owned = await WriteAsync(owned, before: null, cancellationToken);
        }
        catch (CarrierException failure)
        {
            problems.Add(failure.Message);
        }
        catch (OperationCanceledException)
        {
            problems.Add($"{account.Name}: cancelled after {owned.Number} was rented and before it was configured. The next run configures it.");
        }

        var present = await ReadBackAsync(owned, cancellationToken) ?? owned;
        return Outcome(present, problems.Count == 0 ? inputs : null, before: null, problems);
    }

    /// <summary>
    /// Changes the settings of a number. A refusal that changed nothing is thrown; where an effect cannot be ruled out, what the carrier
    /// reports now is answered.
    /// </summary>
    /// <exception cref="ResourceException">The account no longer rents the number.</exception>
    public async Task<Outcome<OwnedNumberState>> ChangeAsync(PriorConfiguration before, CancellationToken cancellationToken)
    {
        var known = OwnedNumberStates.Known(before.State);
        try
        {
            known = await WriteAsync(known, before, cancellationToken);
        }
        catch (CarrierException failure) when (failure.MayHaveTakenEffect)
        {
            var settled = await ReadBackAsync(known, cancellationToken) ?? throw Gone(known.Number);
            return Outcome(settled, before.State, before.State, [failure.Message]);
        }

        var present = await ReadBackAsync(known, cancellationToken) ?? throw Gone(known.Number);
        return Outcome(present, inputs, before.State, []);
    }

    /// <summary>Writes what must change and answers the number as it is then.</summary>
    private async Task<CarrierNumber> WriteAsync(CarrierNumber owned, PriorConfiguration? before, CancellationToken cancellationToken)
    {
        if (SettingChanges.Between(inputs, before) is not { } changes)
            return owned;
        try
        {
            await account.Client.ConfigureAsync(owned.Country, owned.Number, changes, cancellationToken);
            return owned with { Settings = SettingChanges.Apply(changes, owned.Settings) };
        }
        finally
        {
            account.Invalidate(owned.Number);
        }
    }

    /// <summary>What the carrier reports now, null where the account does not rent the number; where it cannot be asked, what was known.</summary>
    private async Task<CarrierNumber?> ReadBackAsync(CarrierNumber known, CancellationToken cancellationToken)
    {
        try
        {
            // One write, one read: a shared listing would cost an account of many numbers many pages.
            var present = await account.Client.FindOwnedAsync(known.Country, known.Number, cancellationToken);
            return present is null ? null : present with { Type = present.Type ?? known.Type, Fees = present.Fees ?? known.Fees };
        }
        catch (Exception unreadable) when (unreadable is CarrierException or OperationCanceledException)
        {
            return known;
        }
    }

    private ResourceException Gone(Msisdn number) => new(
        FailureKind.NotFound,
        $"{account.Name}: the account no longer rents {number}. Run `pulumi refresh`, after which the next `pulumi up` buys it again if it is on offer.");

    private Outcome<OwnedNumberState> Outcome(
        CarrierNumber present, OwnedNumberArgs? unreported, OwnedNumberState? before, IReadOnlyList<string> problems)
    {
        var id = new OwnedNumberId(account.Carrier, present.Country, present.Number);
        var state = OwnedNumberStates.Of(account.Carrier, present, inputs, unreported, before);
        return new Outcome<OwnedNumberState>(id.ToString(), state) { Problems = problems };
    }
}
