using Grpc.Core;
using Microsoft.AspNetCore.Http;
using PulumiNumbers.Rpc.Wire;

namespace PulumiNumbers.Rpc.Server;

/// <summary>One call as it stands on an HTTP request.</summary>
internal sealed class HttpServerCall(HttpContext http, DateTime deadline, CancellationToken cancellationToken) : ServerCallContext
{
    protected override string MethodCore { get; } = http.Request.Path.Value ?? "";

    protected override string PeerCore { get; } = $"ipv4:{http.Connection.RemoteIpAddress}:{http.Connection.RemotePort}";

    protected override DateTime DeadlineCore => deadline;

    protected override Metadata RequestHeadersCore => field ??= HttpMetadata.Read(http.Request.Headers);

    protected override CancellationToken CancellationTokenCore => cancellationToken;

    protected override Metadata ResponseTrailersCore { get; } = [];

    protected override Status StatusCore { get; set; } = Status.DefaultSuccess;

    /// <summary>Reads the one request of the call, to the end of the stream.</summary>
    public async Task<T> ReadRequestAsync<T>(Marshaller<T> marshaller, int maxMessageBytes)
        where T : class
    {
        var reader = new MessageReader(http.Request.BodyReader, maxMessageBytes);
        var request = await reader.ReadAsync(marshaller, cancellationToken)
            ?? throw new RpcException(new Status(StatusCode.Internal, "The request has no message."));
        await reader.ReadEndAsync(cancellationToken);
        return request;
    }

    /// <summary>Puts a response into the output. It is on its way after <see cref="FlushAsync"/> or at the end of the call.</summary>
    public void WriteResponse<T>(Marshaller<T> marshaller, T message, int maxMessageBytes) =>
        FramedMessage.Write(marshaller, message, http.Response.BodyWriter, maxMessageBytes);

    public async Task FlushAsync(CancellationToken token) => await http.Response.BodyWriter.FlushAsync(token);
}
