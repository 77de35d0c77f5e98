using System.Text.Json;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Emulator.Log;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Http;

/// <summary>Takes a request through log, faults, credentials, operation, persistence, and out.</summary>
internal sealed class CarrierDispatcher(
    EmulatorState state, FaultInjector faults, RequestLog log, StateFile? file, ResponseWriter writer)
{
    public async Task DispatchAsync(HttpContext http, ICarrierApi api, CarrierEndpoint? endpoint, string path)
    {
        var request = await CarrierRequest.ReadAsync(http, api.Name, endpoint?.Operation, path, log.NextSequence());
        log.Begin(Record(request, api));
        var fault = faults.Match(request);
        if (fault is not null)
            log.Amend(request.Sequence, entry => entry with { Fault = Describe(fault) });
        try
        {
            if (fault is null)
                await RespondAsync(http, request, await PerformAsync(request, api, endpoint), fault: null);
            else
                await RespondWithFaultAsync(http, request, api, endpoint, fault);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
            log.Amend(request.Sequence, entry => entry with { Outcome = RequestOutcome.Abandoned });
        }
    }

    private async Task RespondWithFaultAsync(HttpContext http, CarrierRequest request, ICarrierApi api, CarrierEndpoint? endpoint, FaultRule fault)
    {
        fault.Meanwhile?.Invoke();
        var takesEffect = FaultResponses.MomentOf(fault) is FaultMoment.AfterEffect && fault.EffectDelay is null;
        if (fault.EffectDelay is { } effectDelay)
        {
            lock (state.Gate)
                state.Defer(effectDelay, () => Perform(request, api, endpoint));
        }

        if (!takesEffect)
            await writer.HoldAsync(fault, http.RequestAborted);
        CarrierResponse? performed = null;
        if (takesEffect || (fault.Kind is FaultKind.Delay or FaultKind.Partial && fault.EffectDelay is null))
        {
            request.PartialFault = fault.Kind is FaultKind.Partial ? fault : null;
            performed = await PerformAsync(request, api, endpoint);
        }

        if (takesEffect)
            await writer.HoldAsync(fault, http.RequestAborted);
        await RespondAsync(http, request, FaultResponses.Distort(fault, performed ?? Error(request, api, fault.Status ?? 500)), fault);
    }

    private async Task<CarrierResponse> PerformAsync(CarrierRequest request, ICarrierApi api, CarrierEndpoint? endpoint)
    {
        CarrierResponse response;
        lock (state.Gate)
            response = Perform(request, api, endpoint);
        if (file is not null)
            await file.SaveAsync(state);
        return response;
    }

    private CarrierResponse Perform(CarrierRequest request, ICarrierApi api, CarrierEndpoint? endpoint)
    {
        var refusal = endpoint is { IsOpen: true } ? null : api.Refuse(request);
        var response = refusal is not null ? FromGateway(request, refusal, state.Behavior.GatewayErrors, onlyFor: 401, and: 429)
            : endpoint is null ? FromGateway(request, api.NoSuchOperation(request), state.Behavior.GatewayErrors)
            : FromGateway(request, endpoint.Handle(request), state.Behavior.MissingThings, onlyFor: 404);
        log.Amend(request.Sequence, entry => entry with { Effects = request.Effects });
        return api.Finish(request, response);
    }

    private CarrierResponse Error(CarrierRequest request, ICarrierApi api, int status)
    {
        lock (state.Gate)
            return FromGateway(request, api.Error(request, status), state.Behavior.GatewayErrors);
    }

    private CarrierResponse FromGateway(CarrierRequest request, CarrierResponse response, ErrorBodyForm form, int? onlyFor = null, int? and = null)
    {
        if (form is ErrorBodyForm.Own || (onlyFor is not null && response.Status != onlyFor && response.Status != and))
            return response;
        return GatewayResponses.Apply(response, form, request.TraceId, state.NextTurn("gateway"));
    }

    // The status is recorded before a byte goes out, so that a client that has the response finds it in the log.
    private async Task RespondAsync(HttpContext http, CarrierRequest request, CarrierResponse response, FaultRule? fault)
    {
        if (fault is { Kind: FaultKind.ResetBefore or FaultKind.ResetAfter or FaultKind.Truncated })
            log.Amend(request.Sequence, entry => entry with { Outcome = RequestOutcome.Reset });
        else
            log.Amend(request.Sequence, entry => entry with { Status = response.Status, Outcome = RequestOutcome.Answered });
        await writer.WriteAsync(http, response, fault);
    }

    private RecordedRequest Record(CarrierRequest request, ICarrierApi api) => new()
    {
        Sequence = request.Sequence,
        TraceId = request.TraceId,
        At = state.Now,
        Carrier = request.Carrier,
        Operation = request.Operation,
        Method = request.Method,
        Path = request.Path,
        Query = request.QueryString,
        Credentials = request.CredentialsKind,
        Account = api.AccountOf(request),
        ContentType = request.Body.ContentType,
        Body = Redaction.Apply(request.Body.Text),
    };

    private static string Describe(FaultRule fault)
    {
        var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(fault.Kind.ToString());
        return fault.Status is { } status ? $"{kind} {status}" : kind;
    }
}
