using Polly.CircuitBreaker;
using Polly.Timeout;
using PulumiNumbers.Carriers.Resilience;

namespace PulumiNumbers.Carriers.Http;

/// <summary>Makes the exception that a caller sees of what a call came to after all its attempts.</summary>
internal sealed class CarrierFailures(CarrierSettings settings)
{
    public CarrierException Of(CarrierCall call, CarrierAnswer answer)
    {
        var fault = answer.Fault!;
        var kind = KindOf(call, answer, fault);
        return new CarrierException(kind)
        {
            Carrier = settings.Carrier,
            Operation = settings.Redactor.Clean(call.Request.Operation),
            HttpStatus = (int?)answer.Status,
            Code = fault.Code,
            Words = fault.Words,
            TraceId = fault.TraceId,
            InvalidParameters = fault.InvalidParameters,
            RetryAfter = fault.RetryAfter,
            NothingSent = !call.WasSent,
            Advice = fault.Advice ?? Advice.For(kind, settings, fault.RetryAfter),
        };
    }

    public CarrierException OfTimeout(CarrierCall call, TimeoutRejectedException timeout)
    {
        var isWrite = call.Request.Repeatability != Repeatability.Read;
        var kind = isWrite && call.IsUndecided ? CarrierErrorKind.Ambiguous : CarrierErrorKind.Timeout;
        return Make(call, kind, $"no answer within {timeout.Timeout.TotalSeconds:0.#} s", timeout);
    }

    public CarrierException OfOutage(CarrierCall call, BrokenCircuitException broken, string? outage)
    {
        var isWrite = call.Request.Repeatability != Repeatability.Read;
        var kind = isWrite && call.IsUndecided ? CarrierErrorKind.Ambiguous : CarrierErrorKind.Unavailable;
        var pause = broken.RetryAfter is { } wait ? $" for {Math.Ceiling(wait.TotalSeconds):0} s" : "";
        return Make(call, kind, $"the carrier is down and is not asked again{pause}; the last answer was: {outage ?? "none"}", broken);
    }

    /// <summary>A request that got no credential did not leave, whatever became of the login: nothing is left to be settled.</summary>
    public static CarrierException OfLogin(CarrierCall call, CarrierException login) => new(login.Kind, login)
    {
        Carrier = login.Carrier,
        Operation = login.Operation,
        HttpStatus = login.HttpStatus,
        Code = login.Code,
        Words = login.Words,
        TraceId = login.TraceId,
        RetryAfter = login.RetryAfter,
        Advice = login.Advice,
        NothingSent = !call.IsUndecided,
    };

    public CarrierException OfPath(CarrierCall call, string segment)
        => Make(call, CarrierErrorKind.InvalidRequest, $"'{segment}' cannot be used as an id", cause: null);

    public CarrierException OfUnexpected(CarrierCall call, Exception exception)
        => Make(call, CarrierErrorKind.Unexpected, settings.Redactor.Gist(exception.Message), exception);

    private CarrierException Make(CarrierCall call, CarrierErrorKind kind, string words, Exception? cause) => new(kind, cause)
    {
        Carrier = settings.Carrier,
        Operation = settings.Redactor.Clean(call.Request.Operation),
        Words = words,
        NothingSent = !call.WasSent,
        Advice = Advice.For(kind, settings, retryAfter: null),
    };

    // A 5xx to a request that may be repeated keeps its kind: asking again later is all that its caller needs to know.
    private static CarrierErrorKind KindOf(CarrierCall call, CarrierAnswer answer, CarrierFault fault)
    {
        var mayHaveHappened = fault.Effect != FaultEffect.Refused && call.IsUndecided;
        return call.Request.Repeatability switch
        {
            Repeatability.Once when mayHaveHappened => CarrierErrorKind.Ambiguous,
            Repeatability.Idempotent when mayHaveHappened && (answer.Status is null || fault.Kind == CarrierErrorKind.Unexpected)
                => CarrierErrorKind.Ambiguous,
            _ => fault.Kind,
        };
    }
}
