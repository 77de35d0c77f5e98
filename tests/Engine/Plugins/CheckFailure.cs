namespace PulumiNumbers.Engine.Plugins;

/// <summary>One thing that is wrong with the inputs.</summary>
/// <param name="Property">The property's path; empty where it is about the whole resource.</param>
/// <param name="Reason">What is wrong.</param>
internal sealed record CheckFailure(string Property, string Reason);
