using PulumiNumbers.Carriers;
using PulumiNumbers.Plugin.Authoring;

namespace PulumiNumbers.Provider.Accounts;

/// <summary>Puts carriers' refusals and failures into the engine's terms.</summary>
internal static class CarrierFailures
{
    /// <summary>The failure that a carrier's exception means; null for any other exception.</summary>
    public static ResourceException? Explain(Exception exception) => exception is CarrierException carrier
        ? new ResourceException(KindOf(carrier.Kind), carrier.Message, carrier)
        : null;

    /// <summary>The engine's term for a carrier's. Only where an effect cannot be ruled out is the state called unknown.</summary>
    public static FailureKind KindOf(CarrierErrorKind kind) => kind switch
    {
        CarrierErrorKind.InvalidRequest => FailureKind.InvalidArgument,
        CarrierErrorKind.Unauthenticated => FailureKind.Unauthenticated,
        CarrierErrorKind.Forbidden => FailureKind.PermissionDenied,
        CarrierErrorKind.NotFound => FailureKind.NotFound,
        CarrierErrorKind.Conflict => FailureKind.AlreadyExists,
        CarrierErrorKind.Unavailable => FailureKind.Unavailable,
        CarrierErrorKind.RateLimited or CarrierErrorKind.InsufficientFunds => FailureKind.ResourceExhausted,
        CarrierErrorKind.Timeout => FailureKind.DeadlineExceeded,
        CarrierErrorKind.Unsupported => FailureKind.FailedPrecondition,
        _ => FailureKind.Unknown,
    };
}
