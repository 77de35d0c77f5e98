namespace PulumiNumbers.Engine.Display;

/// <summary>How much is shown.</summary>
/// <param name="EveryChange">Every changed property, however many there are.</param>
/// <param name="ShowSecrets">Secrets in the clear.</param>
internal sealed record ViewOptions(bool EveryChange, bool ShowSecrets);
