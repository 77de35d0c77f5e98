namespace Grpc.Core;

/// <summary>The outcome of a call, as the gRPC protocol numbers it.</summary>
public enum StatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The caller gave up.</summary>
    Cancelled = 1,

    /// <summary>The callee failed and did not say why.</summary>
    Unknown = 2,

    /// <summary>The request is wrong, whatever the state of the system.</summary>
    InvalidArgument = 3,

    /// <summary>The time for the call ran out.</summary>
    DeadlineExceeded = 4,

    /// <summary>What the request names does not exist.</summary>
    NotFound = 5,

    /// <summary>What the request wants to make exists.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A quota or a limit is used up, the limit of the message size among them.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in a state in which the request makes sense.</summary>
    FailedPrecondition = 9,

    /// <summary>The call lost a race with another one.</summary>
    Aborted = 10,

    /// <summary>The request reaches past the end of something.</summary>
    OutOfRange = 11,

    /// <summary>The callee has no such method or does not support what the request asks for.</summary>
    Unimplemented = 12,

    /// <summary>Something that must hold does not: a broken invariant or protocol.</summary>
    Internal = 13,

    /// <summary>The callee cannot be reached or cannot serve now; trying again may help.</summary>
    Unavailable = 14,

    /// <summary>Data is lost or damaged.</summary>
    DataLoss = 15,

    /// <summary>The caller did not prove who it is.</summary>
    Unauthenticated = 16,
}
