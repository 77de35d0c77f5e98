using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Grpc.Core;
using PulumiNumbers.Rpc.Wire;

namespace PulumiNumbers.Rpc.Client;

/// <summary>Reads how a call ended from its HTTP response.</summary>
internal static class ResponseStatus
{
    /// <exception cref="RpcException">Whoever answered does not speak gRPC.</exception>
    public static void ThrowIfNotGrpc(HttpResponseMessage response)
    {
        if (response.StatusCode != HttpStatusCode.OK)
            throw Refused(Code(response.StatusCode), $"The server answered HTTP {(int)response.StatusCode}.");
        var contentType = response.Content.Headers.ContentType?.ToString();
        if (!GrpcProtocol.IsGrpcContentType(contentType))
            throw Refused(StatusCode.Unknown, $"The server answered {contentType ?? "without a content type"}, not gRPC.");

        RpcException Refused(StatusCode code, string detail)
        {
            response.Dispose();
            return new RpcException(new Status(code, detail));
        }
    }

    /// <summary>The status stands in the trailers or, where there was no message, in the headers.</summary>
    public static (Status Status, Metadata Trailers) Read(HttpResponseMessage response)
    {
        HttpHeaders headers = response.TrailingHeaders.Contains(GrpcProtocol.StatusHeader) ? response.TrailingHeaders : response.Headers;
        return (ReadStatus(headers), HttpMetadata.Read(headers));
    }

    private static Status ReadStatus(HttpHeaders headers)
    {
        if (Value(headers, GrpcProtocol.StatusHeader) is not { } text)
            return new Status(StatusCode.Internal, "The response ended without a status.");
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var code))
            return new Status(StatusCode.Unknown, $"The response ended with the status '{text}'.");
        return new Status((StatusCode)code, PercentEncoding.Decode(Value(headers, GrpcProtocol.MessageHeader) ?? ""));
    }

    private static string? Value(HttpHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.LastOrDefault() : null;

    private static StatusCode Code(HttpStatusCode code) => code switch
    {
        HttpStatusCode.BadRequest => StatusCode.Internal,
        HttpStatusCode.Unauthorized => StatusCode.Unauthenticated,
        HttpStatusCode.Forbidden => StatusCode.PermissionDenied,
        HttpStatusCode.NotFound => StatusCode.Unimplemented,
        HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable
            or HttpStatusCode.GatewayTimeout => StatusCode.Unavailable,
        _ => StatusCode.Unknown,
    };
}
