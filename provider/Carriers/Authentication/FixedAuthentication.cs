using System.Text;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Authentication;

/// <summary>The same header with every request.</summary>
internal sealed class FixedAuthentication : ICarrierAuthentication
{
    private readonly Credential _credential;

    private FixedAuthentication(Credential credential) => _credential = credential;

    /// <summary>HTTP Basic (RFC 7617).</summary>
    public static FixedAuthentication Basic(string user, Secret password, Redactor redactor)
    {
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password.Reveal()}"));
        redactor.Hide(password.Reveal());
        redactor.Hide(pair);
        return new FixedAuthentication(new Credential("Authorization", $"Basic {pair}"));
    }

    /// <summary>A bearer token that somebody else obtained (RFC 6750).</summary>
    public static FixedAuthentication Bearer(Secret token, Redactor redactor)
    {
        redactor.Hide(token.Reveal());
        return new FixedAuthentication(new Credential("Authorization", $"Bearer {token.Reveal()}"));
    }

    /// <summary>A key in a header of the carrier's own.</summary>
    public static FixedAuthentication Key(string header, Secret key, Redactor redactor)
    {
        redactor.Hide(key.Reveal());
        return new FixedAuthentication(new Credential(header, key.Reveal()));
    }

    public ValueTask<Credential?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<Credential?>(_credential);

    public bool GiveUp(Credential refused) => false;
}
