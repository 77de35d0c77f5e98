namespace PulumiNumbers.Plugin.Authoring;

/// <summary>What happens to the value at a path.</summary>
public enum ChangeKind
{
    /// <summary>There was none, and will be one.</summary>
    Add,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>It becomes another.</summary>
    Update,
}
