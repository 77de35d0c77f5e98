namespace PulumiNumbers.Tests.Engine.Fakes;

/// <summary>What a command printed and how it ended.</summary>
public sealed record CommandResult(int Code, string Out, string Error);
