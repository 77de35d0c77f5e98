namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What a preview says about one output.</summary>
internal readonly record struct ForetoldValue(bool IsKnown, object? Value);
