using Grpc.Core;

namespace PulumiNumbers.Rpc.Client;

/// <summary>A way to a gRPC server over plaintext HTTP/2. It connects with the first call, and again when the connection is lost.</summary>
public sealed class GrpcChannel : ChannelBase, IDisposable
{
    /// <summary>
    /// What a server may send on one call before it waits for this side to read; the largest that the handler takes.
    /// </summary>
    private const int StreamWindowBytes = 16 * 1024 * 1024;

    private readonly GrpcChannelOptions _options;
    private readonly HttpMessageInvoker _http;
    private readonly Uri _address;

    private GrpcChannel(Uri address, GrpcChannelOptions options)
        : base(address.Authority)
    {
        _address = address;
        _options = options;
        _http = new HttpMessageInvoker(options.HttpHandler ?? CreateHandler(options), disposeHandler: options.HttpHandler is null);
    }

    /// <summary>A channel to an address.</summary>
    /// <param name="address"><c>host:port</c>, as engines pass it on, or a URL with the scheme http.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static GrpcChannel ForAddress(string address) => ForAddress(address, new GrpcChannelOptions());

    /// <summary>A channel to an address.</summary>
    /// <param name="address"><c>host:port</c>, as engines pass it on, or a URL with the scheme http.</param>
    /// <param name="options">How calls are made.</param>
    /// <exception cref="ArgumentException">It is neither.</exception>
    public static GrpcChannel ForAddress(string address, GrpcChannelOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(address);
        ArgumentNullException.ThrowIfNull(options);
        var url = address.Contains("://", StringComparison.Ordinal) ? address : $"http://{address}";
        if (!Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme != Uri.UriSchemeHttp)
            throw new ArgumentException($"'{address}' is no address of a gRPC server: host:port or http://host:port.", nameof(address));
        return new GrpcChannel(parsed, options);
    }

    /// <inheritdoc/>
    public override CallInvoker CreateCallInvoker() => new HttpCallInvoker(_http, _address, _options);

    /// <summary>Closes the connections; calls under way fail.</summary>
    public void Dispose() => _http.Dispose();

    private static SocketsHttpHandler CreateHandler(GrpcChannelOptions options) => new()
    {
        ActivityHeadersPropagator = null,
        AllowAutoRedirect = false,
        ConnectTimeout = options.ConnectTimeout,
        EnableMultipleHttp2Connections = true,
        InitialHttp2StreamWindowSize = StreamWindowBytes,
        MaxResponseHeadersLength = options.MaxMetadataBytes / 1024,
        PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        UseCookies = false,
        UseProxy = false,
    };
}
