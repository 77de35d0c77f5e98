using System.Text;
using Polly;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>The header that authenticates a request.</summary>
internal sealed class Credential(string header, string value)
{
    public string Header { get; } = header;

    public string Value { get; } = value;

    public override string ToString() => $"{Header}: [secret]";
}

/// <summary>How the calls of one carrier account are authenticated.</summary>
internal interface ICarrierAuthentication
{
    /// <summary>The credential of the next request; null for requests that carry it in the body.</summary>
    /// <exception cref="CarrierException">No credential can be obtained, and why.</exception>
    ValueTask<Credential?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Stops using a credential that the carrier rejected.</summary>
    /// <returns>Whether another one can be obtained, so that the call is worth repeating.</returns>
    bool Invalidate(Credential rejected);
}

/// <summary>For requests that carry their credentials in the body, as logins do.</summary>
internal sealed class NoAuthentication : ICarrierAuthentication
{
    public ValueTask<Credential?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<Credential?>(null);

    public bool Invalidate(Credential rejected) => false;
}

/// <summary>The same header with every request.</summary>
internal sealed class StaticCredential : ICarrierAuthentication
{
    private readonly Credential _credential;

    private StaticCredential(Credential credential) => _credential = credential;

    /// <summary>HTTP Basic (RFC 7617).</summary>
    public static StaticCredential Basic(string user, Secret password, Redactor redactor)
    {
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password.Value}"));
        redactor.AddSecret(password.Value);
        redactor.AddSecret(pair);
        return new StaticCredential(new Credential("Authorization", $"Basic {pair}"));
    }

    /// <summary>A bearer token that was obtained elsewhere (RFC 6750).</summary>
    public static StaticCredential Bearer(Secret token, Redactor redactor)
    {
        redactor.AddSecret(token.Value);
        return new StaticCredential(new Credential("Authorization", $"Bearer {token.Value}"));
    }

    /// <summary>A key in a header of the carrier's own.</summary>
    public static StaticCredential Key(string header, Secret key, Redactor redactor)
    {
        redactor.AddSecret(key.Value);
        return new StaticCredential(new Credential(header, key.Value));
    }

    public ValueTask<Credential?> GetAsync(CancellationToken cancellationToken) => ValueTask.FromResult<Credential?>(_credential);

    public bool Invalidate(Credential rejected) => false;
}

/// <summary>
/// Gives every attempt its credential, and replaces a rejected one once: a request that was rejected for its token was not
/// carried out, so that repeating it is safe whatever it does. This belongs to authentication and is no retry.
/// </summary>
internal sealed class AuthenticationStrategy(ICarrierAuthentication authentication) : ResilienceStrategy<CarrierResponse>
{
    protected override async ValueTask<Outcome<CarrierResponse>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierResponse>>> callback, ResilienceContext context, TState state)
    {
        var call = CarrierCall.From(context);
        call.Credential = await authentication.GetAsync(context.CancellationToken);
        var outcome = await callback(context, state);
        if (outcome.Result?.Fault?.Kind != CarrierErrorKind.Unauthenticated || call.Credential is not { } rejected || !authentication.Invalidate(rejected))
            return outcome;

        call.Credential = await authentication.GetAsync(context.CancellationToken);
        return await callback(context, state);
    }
}
