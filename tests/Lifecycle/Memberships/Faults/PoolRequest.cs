namespace PulumiNumbers.Tests.Lifecycle.Memberships.Faults;

/// <summary>The requests of a membership that can go wrong.</summary>
public enum PoolRequest
{
    /// <summary>List the pool's numbers.</summary>
    List,

    /// <summary>Add a batch.</summary>
    Add,

    /// <summary>Remove a batch.</summary>
    Remove,

    /// <summary>Remove a number through its own address.</summary>
    RemoveOne,
}
