namespace PulumiNumbers.Carriers.PortSip;

/// <summary>What is written of an exclusive number: all of it, every time.</summary>
public sealed record ExclusiveNumberSettings
{
    /// <inheritdoc cref="ExclusiveNumber.Number"/>
    public required string Number { get; init; }

    /// <inheritdoc cref="ExclusiveNumber.Enabled"/>
    public bool Enabled { get; init; } = true;

    /// <inheritdoc cref="ExclusiveNumber.Description"/>
    public string? Description { get; init; }
}
