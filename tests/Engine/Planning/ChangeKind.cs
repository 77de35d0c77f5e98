namespace PulumiNumbers.Engine.Planning;

/// <summary>What happens to one property.</summary>
public enum ChangeKind
{
    /// <summary>It appears.</summary>
    Add,

    /// <summary>It appears, and the resource has to be replaced for it.</summary>
    AddReplace,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>It goes, and the resource has to be replaced for it.</summary>
    DeleteReplace,

    /// <summary>It changes.</summary>
    Update,

    /// <summary>It changes, and the resource has to be replaced for it.</summary>
    UpdateReplace,
}
