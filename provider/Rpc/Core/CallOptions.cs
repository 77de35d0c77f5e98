namespace Grpc.Core;

/// <summary>How a call is made.</summary>
/// <param name="Headers">Metadata for the callee.</param>
/// <param name="Deadline">When the caller stops waiting, in UTC; null to wait for ever.</param>
/// <param name="CancellationToken">Ends the call when cancelled.</param>
public readonly record struct CallOptions(
    Metadata? Headers = null,
    DateTime? Deadline = null,
    CancellationToken CancellationToken = default)
{
    /// <summary>The same options with other metadata.</summary>
    /// <param name="headers">Metadata for the callee.</param>
    public CallOptions WithHeaders(Metadata headers) => this with { Headers = headers };

    /// <summary>The same options with another deadline.</summary>
    /// <param name="deadline">When the caller stops waiting, in UTC.</param>
    public CallOptions WithDeadline(DateTime deadline) => this with { Deadline = deadline };

    /// <summary>The same options with another token.</summary>
    /// <param name="cancellationToken">Ends the call when cancelled.</param>
    public CallOptions WithCancellationToken(CancellationToken cancellationToken) => this with { CancellationToken = cancellationToken };
}
