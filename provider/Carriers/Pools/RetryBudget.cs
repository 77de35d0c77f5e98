namespace PulumiNumbers.Carriers.Pools;

/// <summary>
/// How often and how long each number is still tried: a bounded number of attempts where a failure may pass, a bounded time where the
/// pool service may only not have heard of a purchase yet.
/// </summary>
internal sealed class RetryBudget(PoolReconcilerOptions options, TimeProvider time)
{
    private readonly Dictionary<Msisdn, int> _attempts = [];
    private readonly DateTimeOffset _subscriptionsKnownBy = time.GetUtcNow() + options.SubscriptionWait;

    public TimeSpan SubscriptionWaitLeft => _subscriptionsKnownBy - time.GetUtcNow();

    public bool Grants(NumberFate fate)
    {
        switch (fate.Fate)
        {
            case Fate.NotYetKnown:
                return SubscriptionWaitLeft > TimeSpan.Zero;
            case Fate.MayPass or Fate.Unsettled:
                var attempts = _attempts.GetValueOrDefault(fate.Number) + 1;
                _attempts[fate.Number] = attempts;
                return attempts < options.Attempts;
            default:
                return false;
        }
    }
}
