using PulumiNumbers.Carriers.Vonage.Pools;

namespace PulumiNumbers.Carriers.Pools;

/// <summary>One direction of change: into the pool or out of it.</summary>
internal interface IPoolChange
{
    /// <summary>Sends one request for at most <see cref="NumberPoolsLimits.NumbersPerBatch"/> numbers.</summary>
    Task<BatchOutcome> SendAsync(IReadOnlyList<Msisdn> batch, CancellationToken cancellationToken);

    /// <summary>What the carrier's code for one number means in this direction.</summary>
    Fate Judge(NumberFailure failure);

    /// <summary>Whether a 404 for this batch can only mean that the pool is gone.</summary>
    bool NotFoundMeansPoolGone(IReadOnlyList<Msisdn> batch);

    /// <summary>Whether the number is where this direction wants it.</summary>
    bool IsDone(Msisdn number, IReadOnlySet<Msisdn> held);

    /// <summary>Notes in the set that the number went in this direction.</summary>
    void Apply(Msisdn number, ISet<Msisdn> held);
}
