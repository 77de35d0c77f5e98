namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>What became of a number that was to be given back.</summary>
public enum ReleaseOutcome
{
    /// <summary>The account no longer owns it.</summary>
    Released,

    /// <summary>The account did not own it any more.</summary>
    AlreadyGone,

    /// <summary>It is cancelled, and runs until the end of the period that is paid for.</summary>
    Ending,

    /// <summary>It was left alone, because this run gives it to another holder, or to the same one anew.</summary>
    Kept,
}
