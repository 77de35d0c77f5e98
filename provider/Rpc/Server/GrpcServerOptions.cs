namespace PulumiNumbers.Rpc.Server;

/// <summary>How a <see cref="GrpcServer"/> serves.</summary>
public sealed record GrpcServerOptions
{
    /// <summary>The port on 127.0.0.1; 0, the default, takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The largest message in both directions; 400 MiB by default, as in Pulumi's engine.</summary>
    public int MaxMessageBytes { get; init; } = MessageLimits.DefaultMaxMessageBytes;

    /// <summary>
    /// How many calls one connection may have under way; further ones wait. The default is above what an engine's
    /// <c>--parallel</c> reaches in practice.
    /// </summary>
    public int MaxConcurrentCalls { get; init; } = 10_000;

    /// <summary>
    /// Receives the exceptions of methods that are no <see cref="global::Grpc.Core.RpcException"/>: the path of the method, and
    /// the exception. The caller of the method gets only the exception's type.
    /// </summary>
    public Action<string, Exception>? UnhandledException { get; init; }
}
