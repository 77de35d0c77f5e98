using System.Net;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>A token as it was issued.</summary>
/// <param name="value">The token.</param>
/// <param name="lifetime">How long it lives from the moment it was asked for.</param>
/// <param name="refreshToken">What renews it without a password; null where there is none.</param>
internal sealed class AccessToken(string value, TimeSpan lifetime, string? refreshToken = null)
{
    // RFC 6749 leaves out a default; this is short enough to be safe with any issuer.
    private static readonly TimeSpan DefaultLifetime = TimeSpan.FromMinutes(5);

    public TimeSpan Lifetime { get; } = lifetime;

    public string? RefreshToken { get; } = refreshToken;

    public Credential Credential { get; } = new("Authorization", $"Bearer {value}");

    /// <summary>Reads the response of a token endpoint (RFC 6749, 5.1) and keeps its tokens out of all text from now on.</summary>
    public static AccessToken Read(JToken? json, Redactor redactor)
    {
        var body = JsonFields.Object(json);
        var token = body.RequiredText("access_token");
        var refreshToken = body.Text("refresh_token");
        redactor.AddSecret(token);
        redactor.AddSecret(refreshToken);
        var lifetime = body.Number("expires_in") is > 0 and <= int.MaxValue and { } seconds ? TimeSpan.FromSeconds((double)seconds) : DefaultLifetime;
        return new AccessToken(token, lifetime, refreshToken);
    }
}

/// <summary>Obtains tokens from a carrier's login.</summary>
internal interface ITokenIssuer
{
    /// <summary>Obtains a token.</summary>
    /// <param name="previous">The one that it replaces; null for the first.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="CarrierException">The login failed.</exception>
    Task<AccessToken> IssueAsync(AccessToken? previous, CancellationToken cancellationToken);
}

/// <summary>
/// A bearer token that is fetched once however many calls wait for it, and renewed before it expires. A renewal that fails leaves a token
/// in use that is still valid. A refused login is remembered for a moment: repeating a wrong password gets accounts locked.
/// </summary>
/// <remarks>
/// Lifetimes are counted from when the token was asked for, on a monotonic clock, never against the carrier's time of
/// issue: a wrong wall clock on either side does no harm.
/// </remarks>
internal sealed class TokenAuthentication(ITokenIssuer issuer, TimeProvider timeProvider) : ICarrierAuthentication
{
    private static readonly TimeSpan MaxRenewalMargin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LoginRetryDelay = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Task<AccessToken>? _fetch;
    private AccessToken? _token;
    private CarrierException? _refusal;
    private bool _isInvalid;
    private long _issuedAt;
    private long? _failedAt;

    public async ValueTask<Credential?> GetAsync(CancellationToken cancellationToken)
    {
        var token = await CurrentAsync().WaitAsync(cancellationToken);
        return token.Credential;
    }

    public bool Invalidate(Credential rejected)
    {
        lock (_lock)
        {
            // Another call may have renewed it meanwhile; then the new one is what this call needs.
            if (_token?.Credential == rejected)
                _isInvalid = true;
        }

        return true;
    }

    private Task<AccessToken> CurrentAsync()
    {
        lock (_lock)
        {
            if (_fetch is not null)
                return _fetch;

            var failedRecently = _failedAt is { } failedAt && timeProvider.GetElapsedTime(failedAt) < LoginRetryDelay;
            if (ValidToken() is { } token && (failedRecently || Age() < token.Lifetime - Margin(token.Lifetime)))
                return Task.FromResult(token);
            if (_refusal is not null && failedRecently)
                return Task.FromException<AccessToken>(_refusal);

            var previous = _token;
            var start = timeProvider.GetTimestamp();
            return _fetch = Task.Run(() => FetchAsync(previous, start));
        }
    }

    // The fetch belongs to all who wait for it: none of them may cancel it. It ends by its own timeouts.
    private async Task<AccessToken> FetchAsync(AccessToken? previous, long start)
    {
        try
        {
            var token = await issuer.IssueAsync(previous, CancellationToken.None);
            lock (_lock)
            {
                (_fetch, _token, _issuedAt) = (null, token, start);
                (_isInvalid, _refusal, _failedAt) = (false, null, null);
            }

            return token;
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                (_fetch, _failedAt) = (null, timeProvider.GetTimestamp());
                _refusal = exception is CarrierException { Kind: CarrierErrorKind.Unauthenticated or CarrierErrorKind.Forbidden } refusal ? refusal : null;
                if (exception is CarrierException && ValidToken() is { } token)
                    return token;
            }

            throw;
        }
    }

    private AccessToken? ValidToken() => _token is not null && !_isInvalid && Age() < _token.Lifetime ? _token : null;

    private TimeSpan Age() => timeProvider.GetElapsedTime(_issuedAt);

    private static TimeSpan Margin(TimeSpan lifetime) => lifetime / 10 < MaxRenewalMargin ? lifetime / 10 : MaxRenewalMargin;
}

/// <summary>
/// Reads the errors of a token endpoint: OAuth's (RFC 6749, 5.2), and the carrier's own. Whatever a login answers with 400,
/// the credentials are what is wrong.
/// </summary>
internal sealed class LoginErrorReader(IErrorReader carrier) : IErrorReader
{
    public CarrierError? Read(HttpStatusCode status, JToken? body)
    {
        var error = carrier.Read(status, body) ?? FromOAuth(status, body);
        if (status is not (HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized))
            return error;
        return (error ?? new CarrierError()) with { Kind = CarrierErrorKind.Unauthenticated, Effect = RequestEffect.Rejected };
    }

    private static CarrierError? FromOAuth(HttpStatusCode status, JToken? body)
    {
        if ((int)status < 400 || body is not JObject error)
            return null;
        var code = error.Text("error") ?? error.Text("ErrorCode");
        var message = error.Text("error_description") ?? error.Text("Error");
        return code is null && message is null ? null : new CarrierError { Code = code, CarrierMessage = message };
    }
}
