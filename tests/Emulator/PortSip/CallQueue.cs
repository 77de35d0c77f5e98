namespace PulumiNumbers.Emulator.PortSip;

/// <summary>A call queue of the contact centre.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">Its name.</param>
/// <param name="ExtensionNumber">Its extension.</param>
public sealed record CallQueue(string Id, string Name, string ExtensionNumber);
