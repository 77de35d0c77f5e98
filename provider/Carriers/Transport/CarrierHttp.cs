using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace PulumiNumbers.Carriers.Transport;

/// <summary>One call on its way through the pipeline, with all its attempts.</summary>
internal sealed class CarrierCall(CarrierRequest request)
{
    private static readonly ResiliencePropertyKey<CarrierCall> Key = new(nameof(CarrierCall));

    public CarrierRequest Request { get; } = request;

    /// <summary>What authenticates the next attempt.</summary>
    public Credential? Credential { get; set; }

    /// <summary>Whether any attempt was made, even one that found no connection.</summary>
    public bool WasTried { get; set; }

    /// <summary>Whether any attempt has left this machine.</summary>
    public bool WasSent { get; set; }

    /// <summary>Whether some attempt may have been carried out without a response that says so.</summary>
    public bool HasLostResponse { get; set; }

    /// <summary>Whether the request may have changed something although no response says so.</summary>
    public bool IsIndeterminate => HasLostResponse && Request.RetrySafety != RetrySafety.Safe;

    /// <summary>The time spent on attempts and on waits between them. Queueing does not count.</summary>
    public TimeSpan TimeSpent { get; set; }

    public static CarrierCall From(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public void AttachTo(ResilienceContext context) => context.Properties.Set(Key, this);
}

/// <summary>Sends the requests of one carrier account through its pipeline, and makes results or <see cref="CarrierException"/>s of the responses.</summary>
internal sealed class CarrierHttp(CarrierSettings settings, HttpMessageInvoker connection, CarrierPipeline pipeline, IErrorReader errors)
{
    private readonly ResponseReader _responses = new(settings, errors);
    private readonly CarrierExceptionFactory _exceptions = new(settings);

    /// <summary>Which account the requests belong to.</summary>
    public string AccountId => settings.AccountId;

    public string Carrier => settings.Carrier;

    public TimeProvider TimeProvider => settings.TimeProvider;

    /// <summary>Sends a request, again where that is safe, and returns what its reader made of the response.</summary>
    /// <exception cref="CarrierException">The carrier refused or failed; or a request that must not be repeated was cancelled.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled a request that may be repeated.</exception>
    public async Task<TResult> SendAsync<TResult>(CarrierRequest<TResult> request, CancellationToken cancellationToken)
    {
        var call = new CarrierCall(request);
        if (request.Path.InvalidSegment is { } segment)
            throw _exceptions.FromInvalidSegment(call, segment);

        var context = ResilienceContextPool.Shared.Get(request.Operation, cancellationToken);
        try
        {
            call.AttachTo(context);
            var outcome = await pipeline.ExecuteAsync(AttemptAsync, context, call);
            if (outcome.Result is { Fault: null } response)
                return (TResult)response.Result!;

            if (cancellationToken.IsCancellationRequested && outcome.Exception is OperationCanceledException cancellation)
            {
                throw request.RetrySafety == RetrySafety.NonIdempotent
                    ? _exceptions.FromCancellation(call, cancellation)
                    : new OperationCanceledException(cancellation.Message, cancellation, cancellationToken);
            }

            throw outcome switch
            {
                { Result: { } failed } => _exceptions.FromFault(call, failed),
                { Exception: TimeoutRejectedException timeout } => _exceptions.FromTimeout(call, timeout),
                { Exception: CarrierUnresponsiveException unresponsive } => _exceptions.FromUnresponsive(call, unresponsive),
                { Exception: BrokenCircuitException broken } => _exceptions.FromBrokenCircuit(call, broken, pipeline.LastError),
                { Exception: CarrierException login } => CarrierExceptionFactory.FromLogin(call, login),
                _ => _exceptions.FromUnexpected(call, outcome.Exception!),
            };
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<Outcome<CarrierResponse>> AttemptAsync(ResilienceContext context, CarrierCall call)
    {
        call.WasTried = true;
        try
        {
            return Outcome.FromResult(await ExchangeAsync(call, context.CancellationToken));
        }
        catch (OperationCanceledException exception) when (context.CancellationToken.IsCancellationRequested)
        {
            call.WasSent = true;
            call.HasLostResponse = true;
            return Outcome.FromException<CarrierResponse>(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException)
        {
            var fault = TransportFaults.From(exception, settings);
            call.WasSent |= fault.Effect == RequestEffect.Unknown;
            call.HasLostResponse |= fault.Effect == RequestEffect.Unknown;
            return Outcome.FromResult(new CarrierResponse { Fault = fault });
        }
    }

    private async Task<CarrierResponse> ExchangeAsync(CarrierCall call, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(call.Request.Method, call.Request.Path.ToUri(settings.Endpoint));
        message.Content = call.Request.Body?.ToContent();
        message.Headers.TryAddWithoutValidation("Accept", "application/json, application/problem+json");
        message.Headers.TryAddWithoutValidation("User-Agent", "pulumi-resource-numbers");
        if (call.Credential is { } credential)
            message.Headers.TryAddWithoutValidation(credential.Header, credential.Value);

        using var response = await connection.SendAsync(message, cancellationToken);
        call.WasSent = true;
        var text = await BoundedBody.ReadAsync(response.Content, settings.Resilience.MaxResponseBytes, cancellationToken);

        var result = _responses.Read(call.Request, response, text);
        call.HasLostResponse |= result.Fault?.Effect == RequestEffect.Unknown;
        return result;
    }
}
