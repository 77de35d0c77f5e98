namespace PulumiNumbers.Engine;

/// <summary>How one deployment is to go.</summary>
public sealed record DeploymentOptions
{
    /// <summary>Reads every resource first and plans against what was found.</summary>
    public bool Refresh { get; init; }

    /// <summary>URNs, or patterns of them (<c>**</c>, <c>*</c>), to limit the work to; empty for all.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Whether what depends on a target is worked on too.</summary>
    public bool TargetDependents { get; init; }

    /// <summary>URNs, or patterns of them, of resources to be left alone.</summary>
    public IReadOnlyList<string> Excludes { get; init; } = [];

    /// <summary>URNs, or patterns, of resources to be replaced whether they changed or not. They are targets too.</summary>
    public IReadOnlyList<string> Replaces { get; init; } = [];

    /// <summary>Goes on with what does not depend on a failed resource; what the program no longer has is deleted all the same.</summary>
    public bool ContinueOnError { get; init; }

    /// <summary>Whether an imported resource is protected from deletion.</summary>
    public bool ProtectImports { get; init; } = true;
}
