namespace PulumiNumbers.Tests.Lifecycle.Memberships.Faults;

/// <summary>What is done to the membership while the pool service misbehaves.</summary>
public enum Verb
{
    /// <summary>It is created, in a pool that holds numbers that must go.</summary>
    Create,

    /// <summary>Its set changes.</summary>
    Update,

    /// <summary>It is destroyed.</summary>
    Delete,

    /// <summary>It is refreshed, after its pool was changed behind its back.</summary>
    Refresh,
}
