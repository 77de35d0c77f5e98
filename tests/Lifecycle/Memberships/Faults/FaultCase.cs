namespace PulumiNumbers.Tests.Lifecycle.Memberships.Faults;

/// <summary>One row of the matrix.</summary>
/// <param name="Misbehaviour">What goes wrong.</param>
/// <param name="Request">In which request.</param>
/// <param name="Verb">During what.</param>
/// <param name="Lasts">Whether it goes wrong every time, or only the first.</param>
public sealed record FaultCase(Misbehaviour Misbehaviour, PoolRequest Request, Verb Verb, bool Lasts)
{
    /// <summary>All rows. A pool can only go once.</summary>
    public static IEnumerable<FaultCase> All =>
        from misbehaviour in Enum.GetValues<Misbehaviour>()
        from request in Enum.GetValues<PoolRequest>()
        from verb in Enum.GetValues<Verb>()
        from lasts in misbehaviour == Misbehaviour.PoolGone ? (IEnumerable<bool>)[false] : [false, true]
        select new FaultCase(misbehaviour, request, verb, lasts);

    /// <summary>Whether the verb comes to send the request at all; where it does not, the fault must make no difference.</summary>
    public bool IsMet => Request switch
    {
        PoolRequest.List => true,
        PoolRequest.Add => Verb is Verb.Create or Verb.Update,
        _ => Verb is not Verb.Refresh,
    };

    /// <summary>Whether the run is to succeed in spite of the fault.</summary>
    public bool Succeeds => !IsMet || Misbehaviour switch
    {
        // No retry helps.
        Misbehaviour.Unauthorized => false,

        // What is to be refreshed or deleted is gone, which is an answer. There is no filling a pool that is gone.
        Misbehaviour.PoolGone => Verb is Verb.Refresh or Verb.Delete,

        // A listing that says 207 and lists is a listing; one that is refused as invalid is final.
        Misbehaviour.PartlyRefused when Request == PoolRequest.List => true,
        Misbehaviour.AllRefused when Request == PoolRequest.List => false,

        // The one number's removal is refused outright: nothing to wait for.
        Misbehaviour.AllRefused when Request == PoolRequest.RemoveOne => false,

        // It has happened, which a listing shows.
        Misbehaviour.ResetAfter or Misbehaviour.Malformed when Request != PoolRequest.List => true,
        _ => !Lasts,
    };
}
