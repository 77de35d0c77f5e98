using Pulumi.Serialization;
using Pulumi.Utilities;

namespace Pulumi;

/// <summary>A provider with a configuration of its own, given to resources through their options.</summary>
public class ProviderResource : CustomResource
{
    /// <summary>Registers the provider.</summary>
    /// <param name="package">The package that it provides, such as <c>numbers</c>.</param>
    /// <param name="name">Its name in the program.</param>
    /// <param name="args">Its configuration.</param>
    /// <param name="options">How the engine treats it.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base($"pulumi:providers:{package}", name, args, options) => Package = package;

    internal string Package { get; }

    /// <summary>How the engine is told which provider to use: <c>URN::ID</c>.</summary>
    internal async Task<string> ReferenceAsync()
    {
        var urn = await OutputUtilities.GetValueAsync(Urn);
        var id = await OutputUtilities.GetValueAsync(Id);
        return $"{urn}::{(string.IsNullOrEmpty(id) ? UnknownSentinels.Any : id)}";
    }
}
