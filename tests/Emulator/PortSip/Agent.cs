namespace PulumiNumbers.Emulator.PortSip;

/// <summary>A user of the PBX who can be an agent.</summary>
/// <param name="Id">Opaque id.</param>
/// <param name="Name">User name.</param>
/// <param name="DisplayName">Name for people.</param>
/// <param name="ExtensionNumber">Extension, 3 to 64 digits.</param>
public sealed record Agent(string Id, string Name, string DisplayName, string ExtensionNumber);
