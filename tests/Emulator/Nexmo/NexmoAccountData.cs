namespace PulumiNumbers.Emulator.Nexmo;

/// <summary>The saved state of one account of the Numbers API.</summary>
internal sealed class NexmoAccountData
{
    public SortedDictionary<string, RentedNumber> Numbers { get; init; } = new(StringComparer.Ordinal);
}
