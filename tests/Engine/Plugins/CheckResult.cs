using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>The answer to a check.</summary>
/// <param name="Inputs">The inputs with defaults filled in.</param>
/// <param name="Failures">What is wrong with them; then the inputs are of no use.</param>
internal sealed record CheckResult(PropertyMap Inputs, IReadOnlyList<CheckFailure> Failures);
