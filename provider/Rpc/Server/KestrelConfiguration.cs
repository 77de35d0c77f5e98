using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace PulumiNumbers.Rpc.Server;

/// <summary>The limits of the HTTP/2 layer, every one that matters to gRPC set on purpose.</summary>
internal static class KestrelConfiguration
{
    /// <summary>
    /// What a peer may send on one call before it waits for the server to read: a set of several 100,000 numbers in one go. The
    /// connection's window is many times that, so that calls whose bodies arrive together do not wait for each other.
    /// </summary>
    private const int StreamWindowBytes = 8 * 1024 * 1024;

    private const int ConnectionWindowBytes = 256 * 1024 * 1024;

    /// <summary>The largest frame that a peer may send; the protocol's own limit is 16 MiB.</summary>
    private const int MaxFrameBytes = 1024 * 1024;

    /// <summary>Metadata may carry the details of a status, which may carry a resource's state.</summary>
    private const int MaxHeaderBytes = 1024 * 1024;

    /// <summary>
    /// Whoever talks to a plugin may pause for as long as a user takes to answer a prompt. An infinite time would say so better, but
    /// Kestrel adds it to the time now, which overflows: such connections are closed within the first second in which they are idle.
    /// </summary>
    private static readonly TimeSpan KeepAlive = TimeSpan.FromDays(365);

    public static KestrelServerOptions Create(GrpcServerOptions options)
    {
        var kestrel = new KestrelServerOptions { AddServerHeader = false, AllowSynchronousIO = false };

        kestrel.Limits.KeepAliveTimeout = KeepAlive;
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxHeaderBytes;
        kestrel.Limits.Http2.MaxRequestHeaderFieldSize = MaxHeaderBytes;
        kestrel.Limits.Http2.MaxFrameSize = MaxFrameBytes;
        kestrel.Limits.Http2.InitialStreamWindowSize = StreamWindowBytes;
        kestrel.Limits.Http2.InitialConnectionWindowSize = ConnectionWindowBytes;
        kestrel.Limits.Http2.MaxStreamsPerConnection = options.MaxConcurrentCalls;

        kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http2);
        return kestrel;
    }
}
