namespace PulumiNumbers.Emulator.Faults;

/// <summary>Whether the operation took effect before the fault struck.</summary>
public enum FaultMoment
{
    /// <summary>It did not. A delay before the effect ends without one when the client has hung up.</summary>
    BeforeEffect,

    /// <summary>It did.</summary>
    AfterEffect,
}
