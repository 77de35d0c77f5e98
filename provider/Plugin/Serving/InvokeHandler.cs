using Grpc.Core;
using PulumiNumbers.Plugin.Model;
using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Serves Invoke.</summary>
internal sealed class InvokeHandler(ProviderRegistry registry, CallRunner calls)
{
    /// <summary>Calls a function.</summary>
    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, ServerCallContext call) =>
        calls.RunAsync($"calling {request.Tok}", call, async (log, token) =>
        {
            var answer = await registry.Function(request.Tok).InvokeAsync(
                StructReader.ReadProperties(request.Args), request.Preview, log, token);
            var response = new InvokeResponse();
            if (answer.Failures.Count == 0)
                response.Return = StructWriter.WriteProperties(answer.Inputs);
            response.Failures.AddRange(CheckHandler.Write(answer.Failures, calls.Secrets));
            return response;
        });
}
