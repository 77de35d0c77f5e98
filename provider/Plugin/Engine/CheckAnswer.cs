using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>Checked inputs, or what is wrong with them.</summary>
/// <param name="Inputs">The inputs with defaults, in normal form; meaningless where there are failures.</param>
/// <param name="Failures">What is wrong.</param>
internal sealed record CheckAnswer(ObjectValue Inputs, IReadOnlyList<CheckFailure> Failures);
