namespace PulumiNumbers.Emulator.Control;

/// <summary><c>POST /_emulator/exclusive-numbers</c>: the PBX, changed behind the provider's back.</summary>
internal sealed record ExclusiveNumberChange
{
    /// <summary>Numbers to create.</summary>
    public IReadOnlyList<string> Create { get; init; } = [];

    /// <summary>Numbers, not ids, to delete.</summary>
    public IReadOnlyList<string> Delete { get; init; } = [];
}
