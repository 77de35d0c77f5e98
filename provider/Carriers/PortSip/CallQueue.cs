namespace PulumiNumbers.Carriers.PortSip;

/// <summary>A queue through which an exclusive number reaches its agents.</summary>
/// <param name="Id">PortSIP's id.</param>
/// <param name="Name">Its name; null where not reported.</param>
/// <param name="ExtensionNumber">The extension under which the queue is called; null where not reported.</param>
public sealed record CallQueue(string Id, string? Name, string? ExtensionNumber);
