namespace Grpc.Core;

/// <summary>The outcome of a call: a code and words for a person.</summary>
/// <param name="StatusCode">The code.</param>
/// <param name="Detail">The words; empty when there are none.</param>
/// <param name="DebugException">What led to the status on this side of the wire; never sent.</param>
public readonly record struct Status(StatusCode StatusCode, string Detail, Exception? DebugException = null)
{
    /// <summary>Success without words.</summary>
    public static Status DefaultSuccess => new(StatusCode.OK, "");

    /// <summary>Cancelled without words.</summary>
    public static Status DefaultCancelled => new(StatusCode.Cancelled, "");

    /// <inheritdoc/>
    public override string ToString() => $"Status(StatusCode=\"{StatusCode}\", Detail=\"{Detail}\")";
}
