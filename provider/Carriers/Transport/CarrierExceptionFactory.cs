using Polly.CircuitBreaker;
using Polly.Timeout;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>Makes the exception that a caller sees of what a call came to after all its attempts.</summary>
internal sealed class CarrierExceptionFactory(CarrierSettings settings)
{
    public CarrierException FromFault(CarrierCall call, CarrierResponse response)
    {
        var fault = response.Fault!;
        var effect = EffectOf(call, response, fault);
        var kind = KindOf(call, response, fault, effect);
        return new CarrierException(kind)
        {
            Carrier = settings.Carrier,
            Operation = settings.Redactor.Redact(call.Request.Operation),
            HttpStatus = (int?)response.Status,
            Code = fault.Code,
            CarrierMessage = fault.CarrierMessage,
            TraceId = fault.TraceId,
            InvalidParameters = fault.InvalidParameters,
            RetryAfter = fault.RetryAfter,
            RequestNotSent = !call.WasSent,
            Effect = effect,
            Advice = fault.Advice ?? RemediationHints.For(kind, settings, fault.RetryAfter),
        };
    }

    public CarrierException FromTimeout(CarrierCall call, TimeoutRejectedException timeout)
        => Make(call, call.IsIndeterminate ? CarrierErrorKind.Ambiguous : CarrierErrorKind.Timeout, $"no response within {timeout.Timeout.TotalSeconds:0.#} s", timeout);

    /// <summary>The circuit breaker for failures is open.</summary>
    public CarrierException FromBrokenCircuit(CarrierCall call, BrokenCircuitException broken, string? lastError)
    {
        var reason = lastError is null ? "" : $" (last error: {lastError})";
        return FromBreaker(call, $"{settings.Carrier} is failing{reason}; {NextAttempt(broken.RetryAfter)}", broken);
    }

    /// <summary>The circuit breaker for unresponsiveness is open.</summary>
    public CarrierException FromUnresponsive(CarrierCall call, CarrierUnresponsiveException unresponsive)
        => FromBreaker(call, $"{settings.Carrier} is not responding; {NextAttempt(unresponsive.RetryAfter)}", unresponsive);

    /// <summary>A request that got no credential was not sent, whatever became of the login.</summary>
    public static CarrierException FromLogin(CarrierCall call, CarrierException login) => new(login.Kind, login)
    {
        Carrier = login.Carrier,
        Operation = login.Operation,
        HttpStatus = login.HttpStatus,
        Code = login.Code,
        CarrierMessage = login.CarrierMessage,
        TraceId = login.TraceId,
        RetryAfter = login.RetryAfter,
        Advice = login.Advice,
        RequestNotSent = !call.WasSent,
        Effect = call.IsIndeterminate ? RequestEffect.Unknown : RequestEffect.NotExecuted,
    };

    public CarrierException FromInvalidSegment(CarrierCall call, string segment)
        => Make(call, CarrierErrorKind.InvalidRequest, $"'{segment}' cannot be used as an id", cause: null);

    /// <summary>The caller cancelled a request that must not be repeated.</summary>
    public CarrierException FromCancellation(CarrierCall call, Exception cancellation) => Make(
        call, CarrierErrorKind.Cancelled,
        call.WasSent ? "the run was cancelled before the response came" : "the run was cancelled before the request was sent", cancellation);

    public CarrierException FromUnexpected(CarrierCall call, Exception exception)
        => Make(call, CarrierErrorKind.Unexpected, settings.Redactor.Summarize(exception.Message), exception);

    private CarrierException FromBreaker(CarrierCall call, string message, Exception cause)
        => Make(call, call.IsIndeterminate ? CarrierErrorKind.Ambiguous : CarrierErrorKind.Unavailable, message, cause);

    private static string NextAttempt(TimeSpan? wait) => wait is { } left ? $"next attempt in {Math.Ceiling(left.TotalSeconds):0} s" : "next attempt later";

    private CarrierException Make(CarrierCall call, CarrierErrorKind kind, string message, Exception? cause) => new(kind, cause)
    {
        Carrier = settings.Carrier,
        Operation = settings.Redactor.Redact(call.Request.Operation),
        CarrierMessage = message,
        RequestNotSent = !call.WasSent,
        Effect = call.IsIndeterminate ? RequestEffect.Unknown : RequestEffect.NotExecuted,
        Advice = RemediationHints.For(kind, settings, retryAfter: null),
    };

    // A 5xx of something in front of the API says nothing about what stands behind it, not even 501: where repeating costs money it is not believed.
    private static RequestEffect EffectOf(CarrierCall call, CarrierResponse response, CarrierFault fault) => call switch
    {
        { IsIndeterminate: true } => RequestEffect.Unknown,
        { Request.RetrySafety: RetrySafety.NonIdempotent } when (int?)response.Status >= 500 && fault.Code is null => RequestEffect.Unknown,
        { Request.RetrySafety: RetrySafety.Safe } => fault.Effect == RequestEffect.Rejected ? RequestEffect.Rejected : RequestEffect.NotExecuted,
        _ => fault.Effect,
    };

    // A 5xx to a request that may be repeated keeps its kind: asking again later is all that its caller needs to know.
    private static CarrierErrorKind KindOf(CarrierCall call, CarrierResponse response, CarrierFault fault, RequestEffect effect)
    {
        if (effect != RequestEffect.Unknown || fault.Effect == RequestEffect.Rejected)
            return fault.Kind;
        return call.Request.RetrySafety switch
        {
            RetrySafety.NonIdempotent => CarrierErrorKind.Ambiguous,
            RetrySafety.Idempotent when response.Status is null || fault.Kind is CarrierErrorKind.Unexpected or CarrierErrorKind.UnreadableResponse
                => CarrierErrorKind.Ambiguous,
            _ => fault.Kind,
        };
    }
}
