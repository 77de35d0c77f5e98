using System.Text.Json;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Emulator.Log;
using PulumiNumbers.Emulator.State;

namespace PulumiNumbers.Emulator.Http;

/// <summary>Takes a request through log, faults, credentials, operation, persistence, and out.</summary>
internal sealed class CarrierDispatcher(
    EmulatorState state, FaultPlan faults, RequestLog log, StateFile? file, AnswerWriter writer)
{
    public async Task DispatchAsync(HttpContext http, ICarrierApi api, CarrierEndpoint? endpoint, string path)
    {
        var request = await CarrierRequest.ReadAsync(http, api.Name, endpoint?.Operation, path, log.NextSequence());
        log.Begin(Record(request));
        var fault = faults.Strike(request);
        if (fault is not null)
            log.Amend(request.Sequence, entry => entry with { Fault = Describe(fault) });
        try
        {
            if (fault is null)
                await AnswerAsync(request, await PerformAsync(request, api, endpoint), fault: null);
            else
                await MisbehaveAsync(request, api, endpoint, fault);
        }
        catch (OperationCanceledException)
        {
            http.Abort();
            log.Amend(request.Sequence, entry => entry with { Outcome = RequestOutcome.Abandoned });
        }
    }

    private async Task MisbehaveAsync(CarrierRequest request, ICarrierApi api, CarrierEndpoint? endpoint, FaultRule fault)
    {
        fault.Meanwhile?.Invoke();
        var takesEffect = FaultAnswers.MomentOf(fault) is FaultMoment.AfterEffect;
        if (!takesEffect)
            await writer.HoldAsync(fault, request.Http.RequestAborted);

        CarrierAnswer? performed = null;
        if (takesEffect || fault.Kind is FaultKind.Delay or FaultKind.Partial)
        {
            request.PartialFault = fault.Kind is FaultKind.Partial ? fault : null;
            performed = await PerformAsync(request, api, endpoint);
        }

        if (takesEffect)
            await writer.HoldAsync(fault, request.Http.RequestAborted);
        await AnswerAsync(request, FaultAnswers.Distort(fault, performed ?? api.Error(request, fault.Status ?? 500)), fault);
    }

    private async Task<CarrierAnswer> PerformAsync(CarrierRequest request, ICarrierApi api, CarrierEndpoint? endpoint)
    {
        CarrierAnswer answer;
        lock (state.Gate)
        {
            var refusal = endpoint is { IsOpen: true } ? null : api.Refuse(request);
            answer = api.Finish(request, refusal ?? endpoint?.Handle(request) ?? api.NoSuchOperation(request));
        }

        log.Amend(request.Sequence, entry => entry with { Effects = request.Effects });
        if (file is not null)
            await file.SaveAsync(state);
        return answer;
    }

    // The status is recorded before a byte goes out, so that whoever has the answer in hand finds it in the log.
    private async Task AnswerAsync(CarrierRequest request, CarrierAnswer answer, FaultRule? fault)
    {
        if (fault is { Kind: FaultKind.ResetBefore or FaultKind.ResetAfter or FaultKind.Truncated })
            log.Amend(request.Sequence, entry => entry with { Outcome = RequestOutcome.Reset });
        else
            log.Amend(request.Sequence, entry => entry with { Status = answer.Status, Outcome = RequestOutcome.Answered });
        await writer.WriteAsync(request.Http, answer, fault);
    }

    private RecordedRequest Record(CarrierRequest request) => new()
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
        ContentType = request.Body.ContentType,
        Body = Redaction.Apply(request.Body.Text),
    };

    private static string Describe(FaultRule fault)
    {
        var kind = JsonNamingPolicy.KebabCaseLower.ConvertName(fault.Kind.ToString());
        return fault.Status is { } status ? $"{kind} {status}" : kind;
    }
}
