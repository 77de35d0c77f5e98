using PulumiNumbers.Carriers;

namespace PulumiNumbers.Provider.Resources.OwnedNumbers;

/// <summary>Names one rented number, whatever its country.</summary>
/// <param name="Carrier">From whom it is rented.</param>
/// <param name="Number">The number.</param>
public readonly record struct NumberKey(NumberCarrier Carrier, Msisdn Number);
