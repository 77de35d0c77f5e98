using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;
using PulumiNumbers.Carriers.Resilience;

namespace PulumiNumbers.Carriers.Http;

/// <summary>Sends the requests of one carrier account through its pipeline, and makes results or <see cref="CarrierException"/>s of the answers.</summary>
internal sealed class CarrierHttp(CarrierSettings settings, HttpMessageInvoker connection, CarrierPipeline pipeline, IErrorReader errors)
{
    private readonly AnswerReader _answers = new(settings, errors);
    private readonly CarrierFailures _failures = new(settings);

    /// <summary>Sends a request, again where that is safe, and answers what its reader made of the answer.</summary>
    /// <exception cref="CarrierException">The carrier refused or failed.</exception>
    public async Task<TResult> SendAsync<TResult>(CarrierRequest<TResult> request, CancellationToken cancellationToken)
    {
        var call = new CarrierCall(request);
        if (request.Path.Unusable is { } segment)
            throw _failures.OfPath(call, segment);

        var context = ResilienceContextPool.Shared.Get(request.Operation, cancellationToken);
        try
        {
            call.AttachTo(context);
            var outcome = await pipeline.ExecuteAsync(AttemptAsync, context, call);
            if (outcome.Result is { Fault: null } answer)
                return (TResult)answer.Result!;

            cancellationToken.ThrowIfCancellationRequested();
            throw outcome switch
            {
                { Result: { } failed } => _failures.Of(call, failed),
                { Exception: TimeoutRejectedException timeout } => _failures.OfTimeout(call, timeout),
                { Exception: BrokenCircuitException broken } => _failures.OfOutage(call, broken, pipeline.Outage),
                { Exception: CarrierException login } => CarrierFailures.OfLogin(call, login),
                _ => _failures.OfUnexpected(call, outcome.Exception!),
            };
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<CarrierAnswer>> AttemptAsync(ResilienceContext context, CarrierCall call)
    {
        call.WasTried = true;
        try
        {
            return Outcome.FromResult(await ExchangeAsync(call, context.CancellationToken));
        }
        catch (OperationCanceledException exception) when (context.CancellationToken.IsCancellationRequested)
        {
            call.WasSent = true;
            call.IsUndecided = true;
            return Outcome.FromException<CarrierAnswer>(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            var fault = TransportFaults.Of(exception, settings);
            call.WasSent |= fault.Effect != FaultEffect.NotExecuted;
            call.IsUndecided |= fault.Effect == FaultEffect.Unknown;
            return Outcome.FromResult(new CarrierAnswer { Fault = fault });
        }
    }

    private async Task<CarrierAnswer> ExchangeAsync(CarrierCall call, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(call.Request.Method, call.Request.Path.Below(settings.Endpoint));
        message.Content = call.Request.Body?.ToContent();
        message.Headers.TryAddWithoutValidation("Accept", "application/json, application/problem+json");
        message.Headers.TryAddWithoutValidation("User-Agent", "pulumi-resource-numbers");
        if (call.Credential is { } credential)
            message.Headers.TryAddWithoutValidation(credential.Header, credential.Value);

        using var response = await connection.SendAsync(message, cancellationToken);
        var text = await BoundedBody.ReadAsync(response.Content, settings.Resilience.MaxResponseBytes, cancellationToken);
        call.WasSent = true;

        var answer = _answers.Read(call.Request, response, text);
        call.IsUndecided |= answer.Fault?.Effect == FaultEffect.Unknown;
        return answer;
    }
}
