using System.Net;

namespace PulumiNumbers.Tests.Rpc;

/// <summary>What came back, the status wherever it stood.</summary>
internal sealed record RawAnswer(HttpStatusCode Http, string? GrpcStatus, string? GrpcMessage, byte[] Body);
