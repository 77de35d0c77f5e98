namespace PulumiNumbers.Carriers.Authentication;

/// <summary>Gets tokens from a carrier's login.</summary>
internal interface ITokenIssuer
{
    /// <summary>Gets a token.</summary>
    /// <param name="previous">The one it takes the place of; null for the first.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="CarrierException">The login failed.</exception>
    Task<AccessToken> IssueAsync(AccessToken? previous, CancellationToken cancellationToken);
}
