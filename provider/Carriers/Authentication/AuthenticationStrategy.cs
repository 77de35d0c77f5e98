using Polly;
using PulumiNumbers.Carriers.Http;
using PulumiNumbers.Carriers.Resilience;

namespace PulumiNumbers.Carriers.Authentication;

/// <summary>
/// Gives every attempt its credential, and renews a refused one once: a request that was refused for its token was not
/// carried out, so that repeating it is safe whatever it does.
/// </summary>
internal sealed class AuthenticationStrategy(ICarrierAuthentication authentication) : ResilienceStrategy<CarrierAnswer>
{
    protected override async ValueTask<Outcome<CarrierAnswer>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<CarrierAnswer>>> callback, ResilienceContext context, TState state)
    {
        var call = CarrierCall.Of(context);
        call.Credential = await authentication.GetAsync(context.CancellationToken);
        var outcome = await callback(context, state);
        if (outcome.Result?.Fault?.Kind != CarrierErrorKind.Unauthenticated || call.Credential is not { } refused || !authentication.GiveUp(refused))
            return outcome;

        call.Credential = await authentication.GetAsync(context.CancellationToken);
        return await callback(context, state);
    }
}
