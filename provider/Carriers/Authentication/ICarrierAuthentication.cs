namespace PulumiNumbers.Carriers.Authentication;

/// <summary>How the calls of one carrier account authenticate themselves.</summary>
internal interface ICarrierAuthentication
{
    /// <summary>What the next request shall carry.</summary>
    /// <exception cref="CarrierException">No credential can be had, and why.</exception>
    ValueTask<Credential?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Gives up a credential that the carrier refused.</summary>
    /// <returns>Whether another one can be had, so that the call is worth repeating.</returns>
    bool GiveUp(Credential refused);
}
