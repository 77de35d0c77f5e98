using System.Text.RegularExpressions;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>The resources that a deployment is limited to. A pattern is a URN in which <c>**</c> stands for any text and <c>*</c> for any text within one part.</summary>
internal sealed class Targets
{
    private readonly UrnPatterns _targets;
    private readonly UrnPatterns _replaces;
    private readonly UrnPatterns _excludes;
    private readonly bool _withDependents;
    private readonly HashSet<Urn> _dependents = [];
    private readonly Lock _lock = new();

    public Targets(DeploymentOptions options)
    {
        _targets = new([.. options.Targets, .. options.Replaces]);
        _replaces = new(options.Replaces);
        _excludes = new(options.Excludes);
        _withDependents = options.TargetDependents;
    }

    /// <summary>Whether some resources are left alone.</summary>
    public bool IsConstrained => !_targets.IsEmpty || !_excludes.IsEmpty;

    /// <summary>Whether a resource is to be replaced, whatever its diff says.</summary>
    public bool Replaces(Urn urn) => _replaces.Match(urn);

    /// <summary>Whether a resource is to be worked on.</summary>
    public bool Includes(Urn urn)
    {
        lock (_lock)
            return !_excludes.Match(urn) && (_targets.IsEmpty || _targets.Match(urn) || _dependents.Contains(urn));
    }

    /// <summary>The same, for one whose dependencies are known: it may depend on a target. To be asked of dependencies before their dependents.</summary>
    public bool Includes(Urn urn, IEnumerable<Urn> dependencies)
    {
        lock (_lock)
        {
            if (_withDependents && !_targets.IsEmpty && dependencies.Any(d => _targets.Match(d) || _dependents.Contains(d)))
                _dependents.Add(urn);
        }

        return Includes(urn);
    }

    private sealed class UrnPatterns(IEnumerable<string> patterns)
    {
        private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
        private readonly Regex[] _patterns = [.. patterns.Select(ToRegex)];

        public bool IsEmpty => _patterns.Length == 0;

        public bool Match(Urn urn) => Array.Exists(_patterns, p => p.IsMatch(urn.ToString()));

        private static Regex ToRegex(string pattern) => new(
            "^" + Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^:]*", StringComparison.Ordinal) + "$",
            RegexOptions.ExplicitCapture,
            Limit);
    }
}
