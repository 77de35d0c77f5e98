using Grpc.Core;
using PulumiNumbers.Rpc;
using Pulumirpc;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>Explains a provider's complaint that required configuration is missing.</summary>
internal static class MissingKeys
{
    public static string? Explain(ProviderException exception)
    {
        if (exception.InnerException is not RpcException rpc || !rpc.TryGetDetail<ConfigureErrorMissingKeys>(out var missing))
            return null;
        var keys = missing.MissingKeys.Select(k => $"\n    {k.Name}: {k.Description}");
        return $"{exception.Message}\n  Required configuration is missing; set it in the stack file or as an argument of the provider:{string.Concat(keys)}";
    }
}
