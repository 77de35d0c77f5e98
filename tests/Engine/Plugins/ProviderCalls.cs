using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Rpc;
using Pulumirpc;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>Makes calls to a plugin and understands how they fail.</summary>
internal sealed class ProviderCalls(ResourceProvider.ResourceProviderClient rpc, IReadOnlyList<PluginKill> kills, Action kill)
{
    private volatile bool _isKilled;

    /// <summary>Makes an operation that reached its resource, but not all that was wanted, a result with problems.</summary>
    public static async Task<OperationResult> PartialAsync(PropertyMap inputs, Func<Task<OperationResult>> operation)
    {
        try
        {
            return await operation();
        }
        catch (ProviderException e) when (e.InnerException is RpcException rpc && rpc.TryGetDetail<ErrorResourceInitFailed>(out var partial))
        {
            return new(partial.Id, PropertyWire.FromStruct(partial.Properties))
            {
                Inputs = partial.Inputs is null ? inputs : PropertyWire.FromStruct(partial.Inputs),
                Problems = partial.Reasons.Count > 0 ? [.. partial.Reasons] : [e.Message],
                RefreshBeforeUpdate = partial.RefreshBeforeUpdate,
            };
        }
    }

    /// <param name="call">Makes the call.</param>
    /// <param name="resource">The name of the resource that it is about.</param>
    /// <param name="preview">Whether it changes nothing.</param>
    /// <param name="caller">The method that makes it, which is named after the call.</param>
    /// <exception cref="ProviderException">The call failed.</exception>
    public async Task<T> CallAsync<T>(Func<AsyncUnaryCall<T>> call, string resource = "", bool preview = false, [CallerMemberName] string caller = "")
    {
        try
        {
            if (_isKilled)
                throw new RpcException(new Status(StatusCode.Unavailable, "the plugin was killed"));
            var due = preview ? null : kills.FirstOrDefault(k => k.IsDue(caller[..^"Async".Length], resource));
            return due is null ? await call() : await due.RunAsync(call, Kill);
        }
        catch (RpcException e)
        {
            throw new ProviderException(e.StatusCode, e.Status.Detail, await IsGoneAsync(e.StatusCode), e);
        }
    }

    // A carrier that is unavailable and a plugin that is gone answer alike; only a call that touches no carrier tells them apart.
    private async Task<bool> IsGoneAsync(StatusCode status)
    {
        if (_isKilled)
            return true;
        if (status is not (StatusCode.Unavailable or StatusCode.Internal or StatusCode.Unknown or StatusCode.Cancelled))
            return false;
        try
        {
            await rpc.GetPluginInfoAsync(new Empty());
            return false;
        }
        catch (RpcException e)
        {
            return e.StatusCode is StatusCode.Unavailable or StatusCode.Internal;
        }
    }

    private void Kill()
    {
        _isKilled = true;
        kill();
    }
}

/// <summary>A provider answered an error, or could not be asked.</summary>
public sealed class ProviderException : Exception
{
    /// <summary>A failure without a message.</summary>
    public ProviderException()
    {
    }

    /// <summary>A failure with its explanation.</summary>
    public ProviderException(string message)
        : base(message)
    {
    }

    /// <summary>A failure with its explanation and its cause.</summary>
    public ProviderException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal ProviderException(StatusCode status, string message, bool pluginIsGone, Exception innerException)
        : base(message, innerException)
    {
        Status = status;
        PluginIsGone = pluginIsGone;
    }

    /// <summary>The status that the provider answered.</summary>
    public StatusCode Status { get; } = StatusCode.Unknown;

    /// <summary>Whether the plugin no longer answers at all, so that the effect of the call is not known.</summary>
    public bool PluginIsGone { get; }
}

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
