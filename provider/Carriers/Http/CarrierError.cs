using System.Net;

namespace PulumiNumbers.Carriers.Http;

/// <summary>What a carrier's body says of a failure, as read by that carrier's <see cref="IErrorReader"/>.</summary>
internal sealed record CarrierError
{
    /// <summary>The carrier's code, such as <c>missing-number-subscription</c> or <c>420</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The carrier's words.</summary>
    public string? Words { get; init; }

    /// <summary>The carrier's trace id.</summary>
    public string? TraceId { get; init; }

    /// <summary>The parameters that the carrier found wrong.</summary>
    public IReadOnlyList<InvalidParameter> InvalidParameters { get; init; } = [];

    /// <summary>The status that the body carries, where the HTTP status is not the true one.</summary>
    public HttpStatusCode? TrueStatus { get; init; }

    /// <summary>The kind, where the code tells more than the status.</summary>
    public CarrierErrorKind? Kind { get; init; }

    /// <summary>What is known of the effect, where the code tells more than the status.</summary>
    public FaultEffect? Effect { get; init; }

    /// <summary>What to do next, where the code tells.</summary>
    public string? Advice { get; init; }
}
