using PulumiNumbers.Rpc.Wire;

namespace PulumiNumbers.Rpc.Client;

/// <summary>How a <see cref="GrpcChannel"/> makes calls.</summary>
public sealed record GrpcChannelOptions
{
    /// <summary>The largest message in bytes, in both directions. The default is 400 MiB, as in Pulumi's engine.</summary>
    public int MaxMessageBytes { get; init; } = MessageLimits.DefaultMaxMessageBytes;

    /// <summary>
    /// The most that the headers, and the trailers, of a response may hold, in bytes. The details of a status are in the trailers,
    /// and they may carry the whole state of a resource.
    /// </summary>
    public int MaxMetadataBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How long to wait for a connection before a call fails with <see cref="Grpc.Core.StatusCode.Unavailable"/>.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Measures deadlines.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Carries the requests; the channel does not dispose of it. Null for one of its own.</summary>
    public HttpMessageHandler? HttpHandler { get; init; }
}
