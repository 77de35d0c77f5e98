using PulumiNumbers.Emulator.Inventory;

namespace PulumiNumbers.Emulator.Control;

/// <summary><c>POST /_emulator/competitors</c>: what other customers do from now on.</summary>
internal sealed record CompetitorChange
{
    /// <summary>vonage, kpn or seven.</summary>
    public required string Carrier { get; init; }

    /// <summary>They take every n-th number; 0: none.</summary>
    public required int Every { get; init; }

    public CompetitorMoment Moment { get; init; }
}
