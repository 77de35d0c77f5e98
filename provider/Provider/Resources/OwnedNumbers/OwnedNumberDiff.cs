using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Judges what a change of the inputs means for a number that was chosen once: it stays unless another one is really wanted.</summary>
internal static class OwnedNumberDiff
{
    private static readonly PropertyPath Number = PropertyPath.Of<OwnedNumberArgs>(args => args.Number);
    private static readonly PropertyPath Country = PropertyPath.Of<OwnedNumberArgs>(args => args.Country);

    /// <summary>The differences that count.</summary>
    public static ResourceDiff Of(DiffRequest<OwnedNumberArgs, OwnedNumberState> request, ResourceDiff proposed) =>
        proposed with { Changes = [.. proposed.Changes.Select(change => Judge(request, change)).OfType<PropertyChange>()] };

    private static PropertyChange? Judge(DiffRequest<OwnedNumberArgs, OwnedNumberState> request, PropertyChange change)
    {
        // Whoever no longer names the number, or its country, keeps what there is.
        var isCountry = change.Path.Equals(Country);
        if (change.Kind == ChangeKind.Delete && (isCountry || change.Path.Equals(Number)))
            return null;
        return isCountry && WantsAnyOfAnotherCountry(request) ? change with { Replaces = true } : change;
    }

    private static bool WantsAnyOfAnotherCountry(DiffRequest<OwnedNumberArgs, OwnedNumberState> request) =>
        request.Inputs.Number is null && request.IsKnown(args => args.Number) && request.IsKnown(args => args.Country);
}
