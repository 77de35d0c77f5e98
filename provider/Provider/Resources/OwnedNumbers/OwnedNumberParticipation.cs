using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Deployments;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Tells the deployment which number a resource has by its state and which one its program declares.</summary>
internal static class OwnedNumberParticipation
{
    /// <summary>A program declares the resource.</summary>
    public static void Declare(DeploymentContext deployment, Declaration<OwnedNumberArgs> declaration)
    {
        var urn = declaration.Urn.Value;

        // An engine that is told to replace a resource does so without a comparison: what the program declared before is then the only hint.
        if (declaration.PriorInputs is { Number: { } before } prior)
        {
            deployment.Numbers.RecordState(
                urn, new HeldNumber(KeyOf(prior.Carrier, before), prior.Country, prior.ReleaseProtection ?? false), isCurrent: false);
        }

        var inputs = declaration.Inputs;
        if (IsKnown(declaration))
            deployment.Numbers.RecordDesired(urn, EnumText.Of(inputs.Carrier), inputs.Number, inputs.Country, SelectionOf(inputs));
    }

    /// <summary>A state was seen.</summary>
    public static void Observe(DeploymentContext deployment, Observation<OwnedNumberArgs, OwnedNumberState> observation)
    {
        var (urn, state) = (observation.Urn.Value, observation.State);
        if (state.Number is not { } number || observation.IsPreview || observation.IsImport)
            return;

        var key = KeyOf(state.Carrier, number);
        switch (observation.Stage)
        {
            case ObservationStage.Diffed or ObservationStage.Read:
                deployment.Numbers.RecordState(urn, HeldOf(state), isCurrent: observation.Stage == ObservationStage.Diffed);
                foreach (var former in state.FormerNumbers ?? [])
                {
                    if (ParseKey(former) is { } formerKey)
                        deployment.Numbers.RecordFormer(urn, formerKey);
                }

                deployment.Prices.Record(state);
                break;
            case ObservationStage.DeleteStarted:
                deployment.Prices.Record(state);
                return;
        }

        // From here on a state has it. An order whose outcome is open stays on record: a replacement would not be told of the state.
        if (observation.Stage != ObservationStage.Deleted && state.Unconfirmed is not true)
            deployment.Journal.Strike(urn, key);
    }

    /// <summary>The number of a state.</summary>
    public static HeldNumber HeldOf(OwnedNumberState state) => new(
        KeyOf(state.Carrier, state.Number!.Value), state.Country, state.ReleaseProtection ?? false, state.Unconfirmed ?? false, Rfc3339.Parse(state.PurchasedAt));

    /// <summary>A number as <see cref="OwnedNumberState.FormerNumbers"/> has it.</summary>
    public static string Text(NumberKey key) => $"{key.Carrier}/{key.Number}";

    /// <summary>All that decides which number is chosen, in one canonical text.</summary>
    public static string SelectionOf(OwnedNumberArgs inputs)
    {
        var features = inputs.Features is { } set ? string.Join(',', set.Select(EnumText.Of).Order(StringComparer.Ordinal)) : "";
        return $"{EnumText.Of(inputs.Carrier)}|{inputs.Country}|{inputs.Number}|{inputs.Pattern}|{(inputs.SearchPattern is { } place ? EnumText.Of(place) : "")}|"
            + $"{(inputs.Type is { } type ? EnumText.Of(type) : "")}|{features}";
    }

    private static NumberKey KeyOf(NumberCarrier carrier, Msisdn number) => new(EnumText.Of(carrier), number);

    private static NumberKey? ParseKey(string text) =>
        text.Split('/') is [var carrier, var digits] && Msisdn.TryParse(digits, out var number) ? new NumberKey(carrier, number) : null;

    private static bool IsKnown(Declaration<OwnedNumberArgs> declaration) =>
        declaration.IsKnown(args => args.Carrier) && declaration.IsKnown(args => args.Number) && declaration.IsKnown(args => args.Country);
}
