using PulumiNumbers.Carriers.Waiting;

namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>Sends a request that must not be repeated blindly, and turns every way of losing its answer into one.</summary>
internal static class OneRequest
{
    /// <summary>Null where the carrier said yes; otherwise why not, or why it is not known.</summary>
    public static async Task<CarrierException?> SendAsync(string carrier, string operation, Func<CancellationToken, Task> send, GracefulCancellation grace)
    {
        try
        {
            await send(grace.Forced);
            return null;
        }
        catch (CarrierException exception)
        {
            return exception;
        }
        catch (OperationCanceledException exception) when (grace.Forced.IsCancellationRequested)
        {
            return new CarrierException(CarrierErrorKind.Ambiguous, exception)
            {
                Carrier = carrier,
                Operation = operation,
                CarrierMessage = "the run was cancelled before the answer came",
            };
        }
    }
}
