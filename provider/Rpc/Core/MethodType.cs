namespace Grpc.Core;

/// <summary>Which side of a call sends one message and which sends many.</summary>
public enum MethodType
{
    /// <summary>One request, one response.</summary>
    Unary = 0,

    /// <summary>Many requests, one response. Not served here.</summary>
    ClientStreaming = 1,

    /// <summary>One request, many responses.</summary>
    ServerStreaming = 2,

    /// <summary>Many of both. Not served here.</summary>
    DuplexStreaming = 3,
}
