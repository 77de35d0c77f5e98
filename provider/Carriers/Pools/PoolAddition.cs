using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>Into the pool.</summary>
internal sealed class PoolAddition(INumberPoolsClient client, PoolAddress pool) : IPoolChange
{
    public Task<BatchOutcome> SendAsync(IReadOnlyList<Msisdn> batch, CancellationToken cancellationToken) =>
        client.AddNumbersAsync(pool, batch, cancellationToken);

    public Fate Judge(NumberFailure failure) => failure.Code switch
    {
        NumberPoolsCodes.MissingNumberSubscription => Fate.NotYetKnown,
        NumberPoolsCodes.Throttled or NumberPoolsCodes.InternalError => Fate.MayPass,
        null => Fate.Unsettled,
        _ => Fate.Refused,
    };

    public bool NotFoundMeansPoolGone(IReadOnlyList<Msisdn> batch) => true;

    public bool IsDone(Msisdn number, IReadOnlySet<Msisdn> held) => held.Contains(number);

    public void Apply(Msisdn number, ISet<Msisdn> held) => held.Add(number);
}
