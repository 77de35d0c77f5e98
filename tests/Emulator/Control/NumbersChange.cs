namespace PulumiNumbers.Emulator.Control;

/// <summary><c>POST /_emulator/numbers</c>: rentals and stock, changed behind the provider's back.</summary>
internal sealed record NumbersChange
{
    /// <summary>vonage, kpn or seven.</summary>
    public required string Carrier { get; init; }

    /// <summary>Numbers that the account rents from now on. seven rents only what it has on offer.</summary>
    public IReadOnlyList<string> Subscribe { get; init; } = [];

    /// <summary>How many numbers of the bulk range the account rents from now on (vonage, kpn).</summary>
    public int SubscribeMany { get; init; }

    /// <summary>Rentals that end at once.</summary>
    public IReadOnlyList<string> Cancel { get; init; } = [];

    /// <summary>Numbers that somebody else took.</summary>
    public IReadOnlyList<string> Snatch { get; init; } = [];
}
