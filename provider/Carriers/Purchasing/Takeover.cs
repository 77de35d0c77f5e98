namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>Whether a holder may take a number that the account owns already.</summary>
public enum Takeover
{
    /// <summary>It may: the number is its own from before, or another holder of this run gives it up.</summary>
    Granted,

    /// <summary>It may not: another holder of this run wants the number too, or is just giving it back to the carrier.</summary>
    Contested,

    /// <summary>It may not: nobody in this run is known to hold the number, so it is somebody else's.</summary>
    NotKnown,
}
