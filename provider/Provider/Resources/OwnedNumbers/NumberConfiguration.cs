using PulumiNumbers.Carriers;
using PulumiNumbers.Plugin.Resources;
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
            await WriteAsync(owned, before: null, cancellationToken);
        }
        catch (CarrierException failure)
        {
            problems.Add(failure.Message);
        }
        catch (OperationCanceledException)
        {
            problems.Add($"{account.Name}: cancelled after {owned.Number} was rented and before it was configured. The next run configures it.");
        }

        var present = await ReadBackAsync(owned, cancellationToken);
        return Outcome(present, problems.Count == 0 ? inputs : null, before: null, problems);
    }

    /// <summary>
    /// Changes the settings of a number. A refusal that changed nothing is thrown; where an effect cannot be ruled out, what the carrier
    /// reports now is answered.
    /// </summary>
    public async Task<Outcome<OwnedNumberState>> ChangeAsync(CarrierNumber owned, PriorConfiguration before, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(owned, before, cancellationToken);
        }
        catch (CarrierException failure) when (failure.MayHaveTakenEffect)
        {
            return Outcome(await ReadBackAsync(owned, cancellationToken), before.State, before.State, [failure.Message]);
        }

        return Outcome(await ReadBackAsync(owned, cancellationToken), inputs, before.State, []);
    }

    private async Task WriteAsync(CarrierNumber owned, PriorConfiguration? before, CancellationToken cancellationToken)
    {
        if (SettingChanges.Between(inputs, before) is not { } changes)
            return;
        try
        {
            await account.Client.ConfigureAsync(owned.Country, owned.Number, changes, cancellationToken);
        }
        finally
        {
            account.Invalidate(owned.Number);
        }
    }

    /// <summary>What the carrier reports now; where it cannot be asked, what it reported last.</summary>
    private async Task<CarrierNumber> ReadBackAsync(CarrierNumber owned, CancellationToken cancellationToken)
    {
        try
        {
            var present = await account.FindAsync(owned.Number, cancellationToken);
            return present is null ? owned : present with { Type = present.Type ?? owned.Type, Fees = present.Fees ?? owned.Fees };
        }
        catch (Exception unreadable) when (unreadable is CarrierException or OperationCanceledException)
        {
            return owned;
        }
    }

    private Outcome<OwnedNumberState> Outcome(
        CarrierNumber present, OwnedNumberArgs? unreported, OwnedNumberState? before, IReadOnlyList<string> problems)
    {
        var id = new OwnedNumberId(account.Carrier, present.Country, present.Number);
        var state = OwnedNumberStates.Of(account.Carrier, present, inputs, unreported, before);
        return new Outcome<OwnedNumberState>(id.ToString(), state) { Problems = problems };
    }
}
