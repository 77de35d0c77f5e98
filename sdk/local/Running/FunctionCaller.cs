using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Serialization;
using Pulumi.Utilities;
using Pulumirpc;

namespace Pulumi.Running;

/// <summary>Calls functions of providers.</summary>
internal sealed class FunctionCaller(ResourceMonitor.ResourceMonitorClient monitor, InputWriter inputs)
{
    /// <summary>Calls a function at once, whatever its arguments.</summary>
    public async Task<T> CallAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var written = await inputs.WriteAsync(args.ToInputs());
        return (await CallAsync<T>(token, written, options)).Value;
    }

    /// <summary>
    /// Calls a function once its arguments and everything that it depends on are known; in a preview where they are not, the result is
    /// unknown. It is a secret where an argument is, and depends on what the arguments do.
    /// </summary>
    public async Task<OutputData<T>> CallWhenKnownAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var written = await inputs.WriteAsync(args.ToInputs());
        var resources = written.Dependencies.Values.SelectMany(dependencies => dependencies).Concat(await ExplicitAsync(options)).ToHashSet();
        if (written.HasUnknowns || !await AllExistAsync(resources))
            return new OutputData<T>(default!, [.. resources], IsKnown: false, written.HasSecrets);

        var result = await CallAsync<T>(token, written, options);
        return result with { Resources = result.Resources.Union(resources), IsSecret = result.IsSecret || written.HasSecrets };
    }

    private async Task<OutputData<T>> CallAsync<T>(string token, WrittenInputs args, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.ProviderFor(token);
        var request = new ResourceInvokeRequest
        {
            Tok = token,
            Args = args.Values,
            Provider = provider is null ? "" : await provider.ReferenceAsync(),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            AcceptResources = true,
        };
        var answer = await SendAsync(request);
        if (answer.Failures.Count > 0)
            throw new InvokeException($"{token}: {string.Join("; ", answer.Failures.Select(Describe))}");

        var result = PropertyReader.Read(Value.ForStruct(answer.Return ?? new Struct()));
        return answer.Unknown ? OutputData.Unknown<T>() : result.Map(read => (T)ValueConverter.Convert(token, read, typeof(T))!);
    }

    private async Task<ResourceInvokeResponse> SendAsync(ResourceInvokeRequest request)
    {
        try
        {
            return await monitor.InvokeAsync(request);
        }
        catch (RpcException failure)
        {
            throw new InvokeException($"{request.Tok}: {failure.Status.Detail}");
        }
    }

    private static string Describe(CheckFailure failure) =>
        failure.Property.Length == 0 ? failure.Reason : $"{failure.Property}: {failure.Reason}";

    private static async Task<IEnumerable<Resource>> ExplicitAsync(InvokeOptions? options)
    {
        if (options is not InvokeOutputOptions { DependsOn: var dependsOn })
            return [];

        var resources = await OutputUtilities.GetValueAsync(dependsOn.ToOutput());
        return resources.IsDefault ? [] : resources;
    }

    private static async Task<bool> AllExistAsync(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources.SelectMany(DependencyUrns.Managed))
        {
            if (!await OutputUtilities.GetIsKnownAsync(resource.Id))
                return false;
        }

        return true;
    }
}
