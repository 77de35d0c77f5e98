using PulumiNumbers.Carriers.Purchasing;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Tells the memory of the run which number a resource has by its state and which one it shall have.</summary>
internal static class OwnedNumberClaims
{
    /// <summary>A resource has this number.</summary>
    public static void Hold(this NumberClaims claims, Urn urn, OwnedNumberState state) =>
        claims.Hold(urn.Value, new NumberKey(EnumText.Of(state.Carrier), state.Number!.Value), state.Country);

    /// <summary>Makes known what a program says, before anything is done about it: two resources must not declare the same number.</summary>
    /// <remarks>
    /// An engine that is told to replace a resource may do so without comparing it first. What the program said before is then the
    /// only hint at what the resource has.
    /// </remarks>
    public static void Want(this NumberClaims claims, CheckContext<OwnedNumberArgs> check, OwnedNumberArgs inputs)
    {
        var holder = check.Urn.Value;
        if (check.PriorInputs is { Number: { } before } prior)
            claims.Hold(holder, new NumberKey(EnumText.Of(prior.Carrier), before), prior.Country);
        if (!check.IsKnown(args => args.Carrier) || !check.IsKnown(args => args.Number))
            return;

        var carrier = EnumText.Of(inputs.Carrier);
        claims.Want(holder, carrier, inputs.Number, inputs.Country);
        if (inputs.Number is { } number && claims.AlsoWantedBy(holder, new NumberKey(carrier, number)) is { } other)
            check.Fail(args => args.Number, $"{number} is declared by {new Urn(other).Name} as well: one number belongs to one resource.");
    }
}
