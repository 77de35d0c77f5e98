namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>What a failed order or cancellation says about its effect.</summary>
internal static class CarrierFailureExtensions
{
    /// <summary>
    /// Whether it may have happened all the same. Where money is at stake no 5xx is taken at its word, not even 501: a gateway's answer says nothing
    /// about what stands behind it.
    /// </summary>
    public static bool MayHaveTakenEffect(this CarrierException failure) =>
        failure.IsIndeterminate || failure is { RequestNotSent: false, HttpStatus: >= 500 };

    /// <summary>The failure of a request that was under way when the time after a cancellation was over.</summary>
    public static CarrierException CancelledWhileWaiting(string carrier, string operation, Exception cause) => new(CarrierErrorKind.Ambiguous, cause)
    {
        Carrier = carrier,
        Operation = operation,
        CarrierMessage = "the run was cancelled before the answer came",
    };
}
