using PulumiNumbers.Rpc.Wire;

namespace PulumiNumbers.Rpc.Server;

/// <summary>How a <see cref="GrpcServer"/> serves.</summary>
public sealed record GrpcServerOptions
{
    /// <summary>The port on 127.0.0.1; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The largest message in bytes, in both directions. The default is 400 MiB, as in Pulumi's engine.</summary>
    public int MaxMessageBytes { get; init; } = MessageLimits.DefaultMaxMessageBytes;

    /// <summary>
    /// How many calls one connection may have under way; further ones wait. The default is above what an engine's
    /// <c>--parallel</c> reaches in practice.
    /// </summary>
    public int MaxConcurrentCalls { get; init; } = 10_000;

    /// <summary>Measures deadlines.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// Hears of exceptions that a method let escape and that are no <see cref="global::Grpc.Core.RpcException"/>: the path of
    /// the method, and the exception.
    /// </summary>
    public Action<string, Exception>? UnhandledException { get; init; }
}
