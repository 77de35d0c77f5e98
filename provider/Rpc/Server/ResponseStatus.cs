using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using PulumiNumbers.Rpc.Wire;

namespace PulumiNumbers.Rpc.Server;

/// <summary>Ends a response with its status: in the trailers or, where nothing has been written, in the headers.</summary>
internal static class ResponseStatus
{
    public static void Write(HttpResponse response, Status status, IEnumerable<Metadata.Entry> trailers)
    {
        var hasBody = response.HasStarted || response.BodyWriter is { CanGetUnflushedBytes: true, UnflushedBytes: > 0 };
        Action<string, string> append = hasBody
            ? (name, value) => response.AppendTrailer(name, value)
            : (name, value) => response.Headers.Append(name, value);

        foreach (var entry in trailers)
            append(entry.Key, HttpMetadata.ToHeader(entry));
        append(GrpcProtocol.StatusHeader, ((int)status.StatusCode).ToString(CultureInfo.InvariantCulture));
        if (status.Detail.Length > 0)
            append(GrpcProtocol.MessageHeader, PercentEncoding.Encode(status.Detail));
    }
}
