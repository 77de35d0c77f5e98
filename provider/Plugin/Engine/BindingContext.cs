using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Engine;

/// <summary>What is needed to connect typed code with the values on the wire.</summary>
/// <param name="Shapes">Finds the shapes of types.</param>
/// <param name="Environment">Reads an environment variable.</param>
/// <param name="TimeProvider">The clock that resources use.</param>
internal sealed record BindingContext(ShapeCatalog Shapes, Func<string, string?> Environment, TimeProvider TimeProvider);
