using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Resources;

/// <summary>The error for what should be created but is there already: it is never taken over silently.</summary>
internal static class Existing
{
    /// <summary>
    /// What to do with what can be deleted and created again under the same name. An engine that is told to replace a resource does not
    /// ask the provider in which order.
    /// </summary>
    public const string DeleteFirst = "If it is the one to be replaced, set the resource option `deleteBeforeReplace`.";

    /// <summary>Says what exists and names the command that brings it under the program's control.</summary>
    /// <param name="token">The resource's type token.</param>
    /// <param name="name">The name that the program gives the resource.</param>
    /// <param name="id">The id to import it by.</param>
    /// <param name="what">What exists, as a clause: <c>pool a1b2c3d4/senders exists already</c>.</param>
    /// <param name="cause">What the carrier said, if it was the carrier that noticed.</param>
    /// <param name="otherwise">What else to do, where the resource is not new to the program after all: a complete sentence.</param>
    public static ResourceException Resource(string token, string name, string id, string what, Exception? cause = null, string? otherwise = null) => new(
        FailureKind.AlreadyExists,
        $"{what}, and nothing was changed. To manage it with this program run `pulumi import {token} {name} {id}`." +
        (cause is null ? "" : $" [{cause.Message}]") +
        (otherwise is null ? "" : " " + otherwise),
        cause);
}
