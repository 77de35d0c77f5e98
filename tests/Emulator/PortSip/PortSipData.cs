namespace PulumiNumbers.Emulator.PortSip;

/// <summary>The PBX's saved state: exclusive numbers in the order of their creation.</summary>
internal sealed class PortSipData
{
    public List<ExclusiveNumber> Numbers { get; init; } = [];

    public long LastId { get; set; } = 700551909773148159;
}
