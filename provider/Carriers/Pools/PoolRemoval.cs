using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>Out of the pool: one number through its own address, more as a series.</summary>
internal sealed class PoolRemoval(INumberPoolsClient client, PoolAddress pool) : IPoolChange
{
    public async Task<BatchOutcome> SendAsync(IReadOnlyList<Msisdn> batch, CancellationToken cancellationToken)
    {
        if (batch.Count > 1)
            return await client.RemoveNumbersAsync(pool, batch, cancellationToken);

        await client.RemoveNumberAsync(pool, batch[0], cancellationToken);
        return new BatchOutcome { Succeeded = batch };
    }

    public Fate Judge(NumberFailure failure) => failure.Code switch
    {
        NumberPoolsCodes.Throttled or NumberPoolsCodes.InternalError => Fate.MayPass,

        // It was in the last listing. Whether it has gone since, as this says, the next one shows.
        NumberPoolsCodes.MissingNumber or null => Fate.Unsettled,
        _ => Fate.Refused,
    };

    /// <summary>Not for a single number, whose address is missing as well when only the number is.</summary>
    public bool NotFoundMeansPoolGone(IReadOnlyList<Msisdn> batch) => batch.Count > 1;

    public bool IsDone(Msisdn number, IReadOnlySet<Msisdn> held) => !held.Contains(number);

    public void Apply(Msisdn number, ISet<Msisdn> held) => held.Remove(number);
}
