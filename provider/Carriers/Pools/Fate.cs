namespace PulumiNumbers.Carriers.Pools;

/// <summary>What one request meant for one number.</summary>
internal enum Fate
{
    /// <summary>It is as it should be.</summary>
    Done,

    /// <summary>It failed, and would fail again.</summary>
    Refused,

    /// <summary>It failed, and may not fail again.</summary>
    MayPass,

    /// <summary>The pool service does not know that the account owns it, perhaps not yet.</summary>
    NotYetKnown,

    /// <summary>Whether it happened only the pool itself can tell.</summary>
    Unsettled,

    /// <summary>As <see cref="Unsettled"/>, and nobody is to blame: a cancellation did not wait for the answer.</summary>
    Abandoned,
}
