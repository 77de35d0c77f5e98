using System.Text.RegularExpressions;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>The resources that a deployment is limited to. A pattern is a URN in which <c>**</c> stands for any text and <c>*</c> for any text within one part.</summary>
internal sealed class Targets(IEnumerable<string> patterns)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    private readonly Regex[] _patterns = [.. patterns.Select(ToRegex)];

    /// <summary>Whether everything is meant.</summary>
    public bool IsEmpty => _patterns.Length == 0;

    /// <summary>Whether a resource is named by a pattern.</summary>
    public bool Names(Urn urn) => Array.Exists(_patterns, p => p.IsMatch(urn.ToString()));

    /// <summary>Whether a resource is to be worked on: it is named, or nothing is.</summary>
    public bool Includes(Urn urn) => IsEmpty || Names(urn);

    private static Regex ToRegex(string pattern) =>
        new("^" + Regex.Escape(pattern).Replace(@"\*\*", ".*", StringComparison.Ordinal).Replace(@"\*", "[^:]*", StringComparison.Ordinal) + "$", RegexOptions.ExplicitCapture, Limit);
}
