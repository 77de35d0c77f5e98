namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>Why a number was not bought, where the carrier as such works.</summary>
public enum PurchaseFailure
{
    /// <summary>The account owns the number already. It is neither bought again nor taken over.</summary>
    AlreadyOwned,

    /// <summary>Another holder of this run wants, buys or gives up the same number.</summary>
    Contested,

    /// <summary>Nothing on offer meets the request.</summary>
    NothingSuitable,

    /// <summary>Every number that was tried was refused or sold to somebody else.</summary>
    AllRefused,

    /// <summary>
    /// The carrier's answers were lost, and asking what the account owns did not settle it: the number may have been bought. Whoever buys
    /// another before this one is known to be somebody else's may pay for two.
    /// </summary>
    OutcomeUnknown,
}
