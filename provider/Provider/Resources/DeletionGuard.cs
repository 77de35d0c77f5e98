using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources;

/// <summary>What stands between a resource and its loss: `releaseProtection`, and credentials of another account.</summary>
internal static class DeletionGuard
{
    /// <summary>Refuses to delete or replace what is protected.</summary>
    /// <param name="isProtected">The protection by the saved state.</param>
    /// <param name="what">The thing, such as <c>pool a1b2c3d4/senders</c>.</param>
    /// <param name="name">The name of the resource.</param>
    public static void EnsureUnprotected(bool? isProtected, string what, string name)
    {
        if (isProtected == true)
        {
            throw new ResourceException(
                FailureKind.FailedPrecondition,
                $"{what} is protected and was not deleted. To delete or replace it, set `releaseProtection: false` on \"{name}\", run `pulumi up`, " +
                "and then remove or change the resource.");
        }
    }

    /// <summary>Refuses a replacement of what is protected: it would end in the deletion.</summary>
    public static void EnsureReplaceable(ResourceDiff diff, bool? isProtected, string what, string name)
    {
        if (diff.Changes.Any(change => change.Replaces))
            EnsureUnprotected(isProtected, what, name);
    }

    /// <summary>Refuses to believe that a thing is gone when it is not found under other credentials than those that last saw it.</summary>
    /// <param name="what">The thing, such as <c>pool a1b2c3d4/senders</c>.</param>
    /// <param name="urn">The resource.</param>
    /// <param name="lastSeenBy">The account that last saw it; null where no state says so.</param>
    /// <param name="current">The account of the credentials in use.</param>
    public static void EnsureSameAccount(string what, Urn urn, string? lastSeenBy, string current)
    {
        if (lastSeenBy is not null && lastSeenBy != current)
        {
            throw new ResourceException(
                FailureKind.FailedPrecondition,
                $"{what} was not found with the credentials of {current}, but it was last seen with those of {lastSeenBy}, so that it is not known to be " +
                $"gone. Configure the credentials of {lastSeenBy}; if it is gone for good, run `pulumi state delete '{urn}'`.");
        }
    }
}
