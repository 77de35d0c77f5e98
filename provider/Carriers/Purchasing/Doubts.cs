namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>Says which failures leave open what became of an order or a cancellation.</summary>
internal static class Doubts
{
    /// <summary>
    /// Whether it may have happened all the same. Where money is at stake no 5xx is taken at its word, not even 501: a gateway's answer says
    /// nothing of what stands behind it.
    /// </summary>
    public static bool LeavesDoubt(this CarrierException failure) =>
        failure.IsIndeterminate || failure is { RequestNotSent: false, HttpStatus: >= 500 };
}
