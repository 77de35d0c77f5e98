using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>Reads all that a pool holds. A listing that breaks off is begun again: half of one says nothing of the other half.</summary>
internal sealed class PoolLister(INumberPoolsClient client, PoolReconcilerOptions options, TimeProvider time)
{
    public async Task<HashSet<Msisdn>> ListAsync(PoolAddress pool, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var held = new HashSet<Msisdn>();
                await foreach (var number in client.ListNumbersAsync(pool, cancellationToken).WithCancellation(cancellationToken))
                    held.Add(number);
                return held;
            }
            catch (CarrierException exception) when (attempt < options.Attempts
                && (exception.Kind.IsTransient() || exception.Kind == CarrierErrorKind.Unexpected))
            {
                var wait = options.Backoff.After(attempt);
                if (exception.RetryAfter > wait)
                    wait = exception.RetryAfter < options.LongestWait ? exception.RetryAfter.Value : options.LongestWait;
                await Task.Delay(wait, time, cancellationToken);
            }
        }
    }
}
