namespace PulumiNumbers.Carriers.Authentication;

/// <summary>For requests that carry their credentials in the body, as logins do.</summary>
internal sealed class NoAuthentication : ICarrierAuthentication
{
    public ValueTask<Credential?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<Credential?>(null);

    public bool GiveUp(Credential refused) => false;
}
