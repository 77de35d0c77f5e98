namespace PulumiNumbers.Tests.Plugin.Fakes;

/// <summary>An exception of the provider's own kind.</summary>
public sealed class WorkshopException(string message) : Exception(message);
