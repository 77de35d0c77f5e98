namespace PulumiNumbers.Provider.Resources.Pools;

/// <summary>A number pool as Vonage has it: its rules, nothing else.</summary>
public sealed record NumberPoolState : NumberPoolArgs;
