namespace PulumiNumbers.Carriers.Authentication;

/// <summary>
/// A bearer token that is fetched once however many calls wait for it, and renewed before it expires. A refused login is
/// remembered for a moment: asking again and again with a wrong password gets accounts locked.
/// </summary>
/// <remarks>
/// Lifetimes are counted from when the token was asked for, on a clock that nobody sets, never against the carrier's time of
/// issue: a wrong wall clock on either side does no harm.
/// </remarks>
internal sealed class TokenAuthentication(ITokenIssuer issuer, TimeProvider timeProvider) : ICarrierAuthentication
{
    private static readonly TimeSpan LongestMargin = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RefusalMemory = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private Task<AccessToken>? _fetch;
    private AccessToken? _token;
    private CarrierException? _refusal;
    private bool _givenUp;
    private long _askedAt;

    public async ValueTask<Credential?> GetAsync(CancellationToken cancellationToken)
    {
        var token = await CurrentAsync().WaitAsync(cancellationToken);
        return token.Credential;
    }

    public bool GiveUp(Credential refused)
    {
        lock (_lock)
        {
            // Somebody else may have renewed it meanwhile; then the new one is what the call wants.
            if (_token?.Credential == refused)
                _givenUp = true;
        }

        return true;
    }

    private Task<AccessToken> CurrentAsync()
    {
        lock (_lock)
        {
            if (_fetch is not null)
                return _fetch;

            var age = timeProvider.GetElapsedTime(_askedAt);
            if (_refusal is not null && age < RefusalMemory)
                return Task.FromException<AccessToken>(_refusal);
            if (_token is not null && !_givenUp && age < _token.Lifetime - Margin(_token.Lifetime))
                return Task.FromResult(_token);

            _askedAt = timeProvider.GetTimestamp();
            var previous = _token;
            return _fetch = Task.Run(() => FetchAsync(previous));
        }
    }

    // The fetch belongs to all who wait for it: none of them may cancel it. It ends by its own timeouts.
    private async Task<AccessToken> FetchAsync(AccessToken? previous)
    {
        AccessToken? token = null;
        CarrierException? refusal = null;
        try
        {
            return token = await issuer.IssueAsync(previous, CancellationToken.None);
        }
        catch (CarrierException exception) when (exception.Kind is CarrierErrorKind.Unauthenticated or CarrierErrorKind.Forbidden)
        {
            refusal = exception;
            throw;
        }
        finally
        {
            lock (_lock)
            {
                _fetch = null;
                _refusal = refusal;
                _token = token ?? _token;
                _givenUp = token is null;
            }
        }
    }

    private static TimeSpan Margin(TimeSpan lifetime) => lifetime / 10 < LongestMargin ? lifetime / 10 : LongestMargin;
}
