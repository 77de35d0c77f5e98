using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;

namespace PulumiNumbers.Tests.Rpc;

/// <summary>What came back; the status from the trailers or the headers.</summary>
internal sealed record RawResponse(HttpStatusCode Http, string? GrpcStatus, string? GrpcMessage, byte[] Body);

/// <summary>Sends HTTP/2 requests that no gRPC client would send.</summary>
internal sealed class RawHttpClient(int port) : IDisposable
{
    public const string GetPluginInfo = "/pulumirpc.ResourceProvider/GetPluginInfo";
    public const string Check = "/pulumirpc.ResourceProvider/Check";

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler { UseProxy = false });

    public async Task<RawResponse> PostAsync(
        string path,
        byte[] body,
        string contentType = "application/grpc+proto",
        params IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"http://127.0.0.1:{port}{path}"))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await SendAsync(request);
    }

    public async Task<RawResponse> SendAsync(HttpRequestMessage request)
    {
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;
        using var response = await _http.SendAsync(request, CancellationToken.None);
        var body = await response.Content.ReadAsByteArrayAsync();
        var status = response.TrailingHeaders.Concat(response.Headers)
            .Where(header => string.Equals(header.Key, "grpc-status", StringComparison.Ordinal))
            .SelectMany(header => header.Value)
            .SingleOrDefault();
        var words = response.TrailingHeaders.Concat(response.Headers)
            .Where(header => string.Equals(header.Key, "grpc-message", StringComparison.Ordinal))
            .SelectMany(header => header.Value)
            .SingleOrDefault();
        return new RawResponse(response.StatusCode, status, words, body);
    }

    public void Dispose() => _http.Dispose();

    /// <summary>A message as it goes over the wire; the length may lie.</summary>
    public static byte[] Frame(byte[] payload, byte flag = 0, uint? length = null)
    {
        var frame = new byte[payload.Length + 5];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), length ?? (uint)payload.Length);
        payload.CopyTo(frame, 5);
        return frame;
    }
}
