using System.Net;
using System.Net.Http.Headers;

namespace PulumiNumbers.Carriers.Http;

/// <summary>What one attempt came to: a result, or a fault.</summary>
internal sealed record CarrierAnswer
{
    /// <summary>The HTTP status; null where no answer came.</summary>
    public HttpStatusCode? Status { get; init; }

    /// <summary>The answer's headers; null where no answer came.</summary>
    public HttpResponseHeaders? Headers { get; init; }

    /// <summary>What the request's reader made of the body.</summary>
    public object? Result { get; init; }

    /// <summary>Why there is no result; null where there is one.</summary>
    public CarrierFault? Fault { get; init; }
}
