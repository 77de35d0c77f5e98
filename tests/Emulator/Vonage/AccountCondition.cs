namespace PulumiNumbers.Emulator.Vonage;

/// <summary>What may be wrong with a Vonage account as a whole.</summary>
public enum AccountCondition
{
    /// <summary>Nothing.</summary>
    Good,

    /// <summary>The pool service answers 402 <c>#low-balance</c>; purchases are refused.</summary>
    LowBalance,

    /// <summary>The pool service answers 403 <c>#account-suspended</c>; purchases are refused.</summary>
    Suspended,

    /// <summary>The pool service answers 403 <c>#unprovisioned</c>: the product is not enabled for the account.</summary>
    Unprovisioned,
}
