namespace PulumiNumbers.Carriers.PortSip;

/// <summary>An agent to whom an exclusive number's calls go.</summary>
/// <param name="ExtensionNumber">The agent's extension, 3 to 64 digits: what assignments are made of.</param>
/// <param name="Id">PortSIP's id; null where not reported.</param>
/// <param name="Name">The user name; null where not reported.</param>
/// <param name="DisplayName">The name for people; null where not reported.</param>
public sealed record QueueAgent(string ExtensionNumber, string? Id, string? Name, string? DisplayName);
