namespace PulumiNumbers.Carriers.Purchasing;

/// <summary>A number to give back to its carrier.</summary>
/// <param name="Urn">Whose state is deleted, as <see cref="NumberReservations"/> knows it.</param>
/// <param name="Held">The number, as that state has it. Its country is known.</param>
/// <param name="Selection">What decided which number was chosen for that state (<see cref="NumberReservations.RecordDesired"/>).</param>
/// <param name="Immediately">At once rather than at the end of the period that is paid for, where the carrier leaves the choice.</param>
public sealed record ReleaseRequest(string Urn, HeldNumber Held, string Selection, bool Immediately = false)
{
    internal string Country => Held.Country ?? "";

    internal Msisdn Number => Held.Key.Number;
}

/// <summary>What became of a number that was to be given back.</summary>
public enum ReleaseOutcome
{
    /// <summary>The account no longer owns it.</summary>
    Released,

    /// <summary>The account did not own it any more.</summary>
    AlreadyGone,

    /// <summary>It is cancelled, and runs until the end of the period that is paid for.</summary>
    Ending,

    /// <summary>It was not given back: <see cref="Release.Decision"/> says why.</summary>
    Kept,
}

/// <summary>What became of a number that was to be given back.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="Expires">Where it is ending: when.</param>
public sealed record Release(ReleaseOutcome Outcome, DateTimeOffset? Expires = null)
{
    /// <summary>Whether it was given back at all.</summary>
    public ReleaseDecision Decision { get; init; } = new(ReleaseVerdict.Release);
}
