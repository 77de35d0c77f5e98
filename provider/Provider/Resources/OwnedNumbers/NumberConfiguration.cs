using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using CarrierNumber = PulumiNumbers.Carriers.Numbers.OwnedNumber;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Writes the settings of a number that the account rents.</summary>
internal sealed class NumberConfiguration(NumberAccount account, OwnedNumberArgs inputs)
{
    /// <summary>
    /// Configures a number that this program has just bought or taken over. It is rented by now, so whatever fails is a problem and no failure: the number
    /// must not be lost from the state.
    /// </summary>
    /// <param name="owned">The number as the carrier has it.</param>
    /// <param name="base">Its state, of which the settings are still to be filled in.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task<Outcome<OwnedNumberState>> BeginAsync(CarrierNumber owned, OwnedNumberState @base, CancellationToken cancellationToken)
    {
        if (SettingChanges.Between(inputs, prior: null, owned.Settings) is not { } changes)
            return Outcome(owned, inputs, @base, []);
        try
        {
            return Outcome(await WriteAsync(owned, changes, cancellationToken), inputs, @base, []);
        }
        catch (CarrierException failure)
        {
            return Outcome(await ReadBackAsync(owned, failure, cancellationToken), unreported: null, @base, [failure.Message]);
        }
        catch (OperationCanceledException)
        {
            return Outcome(
                owned, unreported: null, @base,
                [$"{account.Name}: the run was cancelled after {owned.Number} was rented and before it was configured. Run `pulumi up` again to configure it."]);
        }
    }

    /// <summary>
    /// Changes the settings of a number. A refusal that changed nothing is thrown; where an effect cannot be ruled out, what the carrier reports now is
    /// answered.
    /// </summary>
    /// <param name="present">The number as the carrier reports it, read moments ago.</param>
    /// <param name="prior">What the program declared before.</param>
    /// <param name="before">What was saved.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task<Outcome<OwnedNumberState>> ChangeAsync(
        CarrierNumber present, OwnedNumberArgs prior, OwnedNumberState before, CancellationToken cancellationToken)
    {
        // What the carrier does not report is known from the state, and must be sent again with every update that replaces.
        var known = present with { Settings = OwnedNumberStates.WithUnreported(account.Carrier, present.Settings, before) };
        if (SettingChanges.Between(inputs, prior, known.Settings) is not { } changes)
            return Outcome(known, inputs, before, []);
        try
        {
            return Outcome(await WriteAsync(known, changes, cancellationToken), inputs, before, []);
        }
        catch (CarrierException failure) when (failure.IsIndeterminate)
        {
            return Outcome(await ReadBackAsync(known, failure, cancellationToken), before, before, [failure.Message]);
        }
    }

    /// <summary>Writes all known settings, changed or not, in one request and answers the number as it is then.</summary>
    private async Task<CarrierNumber> WriteAsync(CarrierNumber owned, NumberSettings changes, CancellationToken cancellationToken)
    {
        try
        {
            var update = new NumberUpdate(owned.Country, owned.Number, changes) { LastKnown = owned.Settings };
            await account.Client.ConfigureAsync(update, cancellationToken);
            return owned with { Settings = SettingChanges.Apply(changes, owned.Settings) };
        }
        finally
        {
            account.Invalidate(owned.Number);
        }
    }

    /// <summary>What the carrier reports after a write whose effect is not known; where it cannot be asked, what was known before.</summary>
    private async Task<CarrierNumber> ReadBackAsync(CarrierNumber known, CarrierException failure, CancellationToken cancellationToken)
    {
        if (!failure.IsIndeterminate)
            return known;
        try
        {
            var present = await account.Client.FindOwnedAsync(known.Country, known.Number, cancellationToken);
            return present is null ? known : present with { Type = present.Type ?? known.Type, Fees = present.Fees ?? known.Fees };
        }
        catch (Exception unreadable) when (unreadable is CarrierException or OperationCanceledException)
        {
            return known;
        }
    }

    private Outcome<OwnedNumberState> Outcome(CarrierNumber present, OwnedNumberArgs? unreported, OwnedNumberState before, IReadOnlyList<string> problems)
    {
        var id = new OwnedNumberId(account.Carrier, present.Country, present.Number);
        var state = OwnedNumberStates.Of(account.Carrier, present, inputs, unreported, before) with { Account = account.Client.AccountId };
        return new Outcome<OwnedNumberState>(id.ToString(), state) { Problems = problems };
    }
}
