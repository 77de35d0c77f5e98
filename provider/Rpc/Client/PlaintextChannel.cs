using Grpc.Net.Client;

namespace PulumiNumbers.Rpc.Client;

/// <summary>Channels to engines and plugins: plaintext HTTP/2 on the same machine, with the limits that Pulumi's own programs use.</summary>
public static class PlaintextChannel
{
    /// <summary>What a server may send on one call before it waits for this side to read; the largest that the handler accepts.</summary>
    private const int StreamWindowBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Creates a channel. It connects with the first call, and again after the connection is lost.</summary>
    /// <param name="address"><c>host:port</c>, as engines pass it on, or a URL with the scheme http.</param>
    /// <param name="maxMessageBytes">The largest message in both directions; 400 MiB by default.</param>
    /// <exception cref="ArgumentException">The address is neither.</exception>
    public static GrpcChannel ForAddress(string address, int maxMessageBytes = MessageLimits.DefaultMaxMessageBytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        var url = address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme != Uri.UriSchemeHttp)
            throw new ArgumentException($"'{address}' is not the address of a gRPC server: host:port or http://host:port.", nameof(address));
        return GrpcChannel.ForAddress(parsed, new GrpcChannelOptions
        {
            HttpHandler = CreateHandler(),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = maxMessageBytes,
            MaxSendMessageSize = maxMessageBytes,
        });
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        ConnectTimeout = ConnectTimeout,
        EnableMultipleHttp2Connections = true,
        InitialHttp2StreamWindowSize = StreamWindowBytes,
#pragma warning disable CA2262 // It is meant: 16 MiB, in KiB.
        MaxResponseHeadersLength = MessageLimits.MaxTrailerBytes / 1024,
#pragma warning restore CA2262
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        UseCookies = false,
        UseProxy = false,
    };
}
