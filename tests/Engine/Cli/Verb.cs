using PulumiNumbers.Engine.Display;

namespace PulumiNumbers.Engine.Cli;

/// <summary>What a deploying command does, and how it speaks of it.</summary>
/// <param name="Words">How it is called in headings.</param>
/// <param name="Run">Does it with an engine, or previews it.</param>
internal sealed record Verb(DeploymentWords Words, Func<StackEngine, bool, DeploymentOptions, CancellationToken, Task<DeploymentResult>> Run);
