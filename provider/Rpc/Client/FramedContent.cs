using System.Net;
using System.Net.Http.Headers;
using PulumiNumbers.Rpc.Wire;

namespace PulumiNumbers.Rpc.Client;

/// <summary>A request message with its length before it.</summary>
internal sealed class FramedContent : HttpContent
{
    private readonly ChunkedBuffer _message;

    public FramedContent(ChunkedBuffer message)
    {
        _message = message;
        Headers.ContentType = new MediaTypeHeaderValue(GrpcProtocol.ContentType);
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (var part in _message.AsSequence())
            await stream.WriteAsync(part, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        // gRPC requests carry no content-length.
        length = 0;
        return false;
    }
}
