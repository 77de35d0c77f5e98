using Grpc.Core;

namespace PulumiNumbers.Engine.Plugins;

/// <summary>A provider answered an error, or could not be asked.</summary>
public sealed class ProviderException : Exception
{
    /// <summary>A failure without words.</summary>
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
