namespace PulumiNumbers.Engine;

/// <summary>How one deployment is to go.</summary>
public sealed record DeploymentOptions
{
    /// <summary>Reads every resource first and plans against what was found.</summary>
    public bool Refresh { get; init; }

    /// <summary>URNs, or patterns of them (<c>**</c>, <c>*</c>), to limit the work to; empty for all.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>URNs, or patterns, of resources to be replaced whether they changed or not.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>Goes on with what does not depend on a failed resource.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Whether an imported resource is protected from deletion.</summary>
    public bool ProtectImports { get; init; } = true;
}
