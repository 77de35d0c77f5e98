namespace PulumiNumbers.Rpc.Wire;

/// <summary>The names and fixed values of gRPC over HTTP/2.</summary>
internal static class GrpcProtocol
{
    /// <summary>A message is preceded by a flag (1: compressed) and its length as four bytes, big-endian.</summary>
    public const int FrameHeaderLength = 5;

    public const string ContentType = "application/grpc";
    public const string Identity = "identity";

    public const string StatusHeader = "grpc-status";
    public const string MessageHeader = "grpc-message";
    public const string StatusDetailsHeader = "grpc-status-details-bin";
    public const string TimeoutHeader = "grpc-timeout";
    public const string EncodingHeader = "grpc-encoding";
    public const string AcceptEncodingHeader = "grpc-accept-encoding";

    /// <summary>Whether a content type is gRPC with messages as bytes; <c>application/grpc-web</c> is another protocol.</summary>
    public static bool IsGrpcContentType(string? contentType) =>
        contentType is not null
        && contentType.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase)
        && (contentType.Length == ContentType.Length || contentType[ContentType.Length] is ';' or '+');

    /// <summary>Whether a header belongs to HTTP or to gRPC itself and so is no metadata of the call.</summary>
    public static bool IsReserved(string name) =>
        name.StartsWith(':')
        || name.ToLowerInvariant() is StatusHeader or MessageHeader or TimeoutHeader or EncodingHeader or AcceptEncodingHeader
            or "content-type" or "content-length" or "te" or "host" or "date" or "server" or "trailer";
}
