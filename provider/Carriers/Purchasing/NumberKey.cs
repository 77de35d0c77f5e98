namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>One number at one carrier.</summary>
/// <param name="Carrier">The carrier's name.</param>
/// <param name="Number">The number.</param>
public readonly record struct NumberKey(string Carrier, Msisdn Number)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Number} at {Carrier}";
}
