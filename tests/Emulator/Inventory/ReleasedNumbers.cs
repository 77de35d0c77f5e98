namespace PulumiNumbers.Emulator.Inventory;

/// <summary>What becomes of a number that its renter gave back.</summary>
public enum ReleasedNumbers
{
    /// <summary>It is for sale again at once.</summary>
    ReturnToStock,

    /// <summary>It is not for sale any more: who gives a number back does not get it again.</summary>
    Quarantined,
}
