namespace PulumiNumbers.Tests.Hardening.Soak;

/// <summary>Tests that share the process with no other while they run: what they measure of it is theirs.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
