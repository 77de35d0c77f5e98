using System.Net;

namespace PulumiNumbers.Carriers.Http;

/// <summary>What a status means where the carrier's own code does not say more (RFC 9110, and Vonage's 420 "method failed").</summary>
internal static class StatusMeaning
{
    private const HttpStatusCode MethodFailed = (HttpStatusCode)420;

    public static CarrierErrorKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.BadRequest or HttpStatusCode.PreconditionFailed or HttpStatusCode.RequestEntityTooLarge
            or HttpStatusCode.UnprocessableEntity or MethodFailed => CarrierErrorKind.InvalidRequest,
        HttpStatusCode.Unauthorized => CarrierErrorKind.Unauthenticated,
        HttpStatusCode.PaymentRequired => CarrierErrorKind.InsufficientFunds,
        HttpStatusCode.Forbidden => CarrierErrorKind.Forbidden,
        HttpStatusCode.NotFound or HttpStatusCode.Gone => CarrierErrorKind.NotFound,
        HttpStatusCode.MethodNotAllowed or HttpStatusCode.NotImplemented => CarrierErrorKind.Unsupported,
        HttpStatusCode.RequestTimeout => CarrierErrorKind.Timeout,
        HttpStatusCode.Conflict => CarrierErrorKind.Conflict,
        HttpStatusCode.TooManyRequests => CarrierErrorKind.RateLimited,
        >= HttpStatusCode.InternalServerError => CarrierErrorKind.Unavailable,
        _ => CarrierErrorKind.Unexpected,
    };

    public static FaultEffect EffectOf(HttpStatusCode status, CarrierErrorKind kind) => kind switch
    {
        CarrierErrorKind.RateLimited => FaultEffect.NotExecuted,
        CarrierErrorKind.Timeout or CarrierErrorKind.Unavailable => FaultEffect.Unknown,
        _ when IsOutage(status) => FaultEffect.Unknown,
        _ => FaultEffect.Refused,
    };

    public static bool IsOutage(HttpStatusCode status) => status is >= HttpStatusCode.InternalServerError and not HttpStatusCode.NotImplemented;
}
