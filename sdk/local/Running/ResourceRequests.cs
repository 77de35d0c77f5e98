using System.Globalization;
using Pulumirpc;

namespace Pulumi.Running;

/// <summary>The requests by which resources reach the engine.</summary>
internal static class ResourceRequests
{
    public static RegisterResourceRequest Register(Resource resource, PreparedResource prepared)
    {
        var options = resource.Options;
        var request = new RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Custom = resource is CustomResource,
            Object = prepared.Inputs.Values,
            Parent = prepared.ParentUrn,
            Provider = prepared.Provider,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            AliasSpecs = true,
            Dependencies = { prepared.Dependencies },
            IgnoreChanges = { options.IgnoreChanges },
            ReplaceOnChanges = { options.ReplaceOnChanges },
            Aliases = { prepared.Aliases },
        };
        if (options.Protect is { } protect)
            request.Protect = protect;
        if (options.RetainOnDelete is { } retain)
            request.RetainOnDelete = retain;
        if (options.CustomTimeouts is { } timeouts)
            request.CustomTimeouts = Write(timeouts);
        if (options is CustomResourceOptions custom)
            Add(custom, request);

        foreach (var (property, urns) in prepared.PropertyDependencies)
            request.PropertyDependencies[property] = new RegisterResourceRequest.Types.PropertyDependencies { Urns = { urns } };

        return request;
    }

    public static ReadResourceRequest Read(Resource resource, string id, PreparedResource prepared) => new()
    {
        Id = id,
        Type = resource.GetResourceType(),
        Name = resource.GetResourceName(),
        Properties = prepared.Inputs.Values,
        Parent = prepared.ParentUrn,
        Provider = prepared.Provider,
        Version = resource.Options.Version ?? "",
        PluginDownloadURL = resource.Options.PluginDownloadURL ?? "",
        AcceptSecrets = true,
        AcceptResources = true,
        Dependencies = { prepared.Dependencies },
        AdditionalSecretOutputs = { (resource.Options as CustomResourceOptions)?.AdditionalSecretOutputs ?? [] },
    };

    private static void Add(CustomResourceOptions options, RegisterResourceRequest request)
    {
        request.ImportId = options.ImportId ?? "";
        request.AdditionalSecretOutputs.AddRange(options.AdditionalSecretOutputs);
        request.DeleteBeforeReplaceDefined = options.DeleteBeforeReplace is not null;
        request.DeleteBeforeReplace = options.DeleteBeforeReplace ?? false;
    }

    private static RegisterResourceRequest.Types.CustomTimeouts Write(CustomTimeouts timeouts) => new()
    {
        Create = Write(timeouts.Create),
        Update = Write(timeouts.Update),
        Delete = Write(timeouts.Delete),
    };

    /// <summary>A duration in the engine's notation; nothing where there is none.</summary>
    private static string Write(TimeSpan? timeout) =>
        timeout is { } limit ? string.Create(CultureInfo.InvariantCulture, $"{limit.TotalMilliseconds:0}ms") : "";
}
