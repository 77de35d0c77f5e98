namespace PulumiNumbers.Tests.Carriers.Reads;

internal sealed record Named(string Name, string Value);
