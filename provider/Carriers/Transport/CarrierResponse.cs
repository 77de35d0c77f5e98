using System.Net;
using System.Net.Http.Headers;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>What one attempt came to: a result, or a fault.</summary>
internal sealed record CarrierResponse
{
    /// <summary>The HTTP status; null where no response came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The response's headers; null where no response came.</summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>What the request's reader made of the body.</summary>
    public object? Result { get; init; }

    /// <summary>Why there is no result; null where there is one.</summary>
    public CarrierFault? Fault { get; init; }
}

/// <summary>Why an attempt failed, as the carrier describes it where it does.</summary>
/// <param name="Kind">What sort of failure it is.</param>
/// <param name="Effect">What is known of the request's effect.</param>
/// <param name="CarrierMessage">The carrier's message, or ours where there was none; one line without secrets.</param>
internal sealed record CarrierFault(CarrierErrorKind Kind, RequestEffect Effect, string CarrierMessage)
{
    /// <summary>The carrier's error code.</summary>
    public string? Code { get; init; }

    /// <summary>What the carrier's support asks for.</summary>
    public string? TraceId { get; init; }

    /// <summary>The parameters that the carrier found wrong.</summary>
    public IReadOnlyList<InvalidParameter> InvalidParameters { get; init; } = [];

    /// <summary>How long the carrier asks to be left alone.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What to do next, where it is more exact than the hint for the kind.</summary>
    public string? Advice { get; init; }

    /// <summary>Whether it says something about the carrier's health and nothing about the request.</summary>
    public bool IsOutage { get; init; }

    /// <summary>Whether the same attempt a little later can end otherwise. A certificate that is not trusted stays so.</summary>
    public bool IsPermanent { get; init; }

    /// <summary>Whether a request of this safety may be sent again.</summary>
    public bool AllowsRetry(RetrySafety safety) => !IsPermanent && Effect switch
    {
        RequestEffect.NotExecuted => true,
        RequestEffect.Unknown => safety != RetrySafety.NonIdempotent,
        _ => false,
    };
}

/// <summary>What a carrier's body says of a failure, as read by that carrier's <see cref="IErrorReader"/>.</summary>
internal sealed record CarrierError
{
    /// <summary>The carrier's code, such as <c>missing-number-subscription</c> or <c>420</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The carrier's message.</summary>
    public string? CarrierMessage { get; init; }

    /// <summary>The carrier's trace id.</summary>
    public string? TraceId { get; init; }

    /// <summary>The parameters that the carrier found wrong.</summary>
    public IReadOnlyList<InvalidParameter> InvalidParameters { get; init; } = [];

    /// <summary>The status that the body carries, where the HTTP status is not the true one.</summary>
    public HttpStatusCode? TrueStatus { get; init; }

    /// <summary>
    /// The kind, where the code says more than the status. <see cref="CarrierErrorKind.NotFound"/> only where this is the carrier's own error for a
    /// missing thing: a 404 alone never counts as one.
    /// </summary>
    public CarrierErrorKind? Kind { get; init; }

    /// <summary>What is known of the effect, where the code says more than the status.</summary>
    public RequestEffect? Effect { get; init; }

    /// <summary>What to do next, where the code implies it.</summary>
    public string? Advice { get; init; }
}

/// <summary>Reads the errors of one carrier.</summary>
internal interface IErrorReader
{
    /// <summary>What the body says went wrong; null where it is not an error of this carrier's shape.</summary>
    /// <param name="status">The HTTP status, which may be 200 for a carrier that puts failures in the body.</param>
    /// <param name="body">The body as JSON; null where it is none.</param>
    CarrierError? Read(HttpStatusCode status, JToken? body);
}
