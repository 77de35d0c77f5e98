using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>What asking the carrier came to.</summary>
/// <param name="IsKnown">Whether the carrier answered.</param>
/// <param name="Number">The number, where the account owns it.</param>
internal sealed record Ownership(bool IsKnown, OwnedNumber? Number)
{
    public static readonly Ownership Unknown = new(IsKnown: false, Number: null);

    public static Ownership Of(OwnedNumber? number) => new(IsKnown: true, number);
}
