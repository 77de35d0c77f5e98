namespace Pulumi;

/// <summary>Another name that a resource had: either a whole URN, or the parts in which its old URN differs.</summary>
public sealed class Alias
{
    /// <summary>The old URN; excludes all other parts.</summary>
    public string? Urn { get; set; }

    /// <summary>The old name.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The old type token.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The old stack.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The old project.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The old parent.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The old parent's URN.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether it had no parent.</summary>
    public bool NoParent { get; set; }
}
