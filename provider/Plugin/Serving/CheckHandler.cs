using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Model;
using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Serves Check and CheckConfig.</summary>
internal sealed class CheckHandler(ProviderRegistry registry, CallRunner calls)
{
    /// <summary>Checks a resource's inputs.</summary>
    public Task<CheckResponse> CheckAsync(CheckRequest request, ServerCallContext call) =>
        RunAsync("checking", request, call, (question, token) => registry.Resource(question.Urn.Type).CheckAsync(question, token));

    /// <summary>Checks the provider's configuration.</summary>
    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, ServerCallContext call) =>
        RunAsync("checking the configuration", request, call, registry.Configuration.CheckAsync);

    private Task<CheckResponse> RunAsync(
        string operation, CheckRequest request, ServerCallContext call, Func<CheckQuestion, CancellationToken, Task<CheckAnswer>> check) =>
        calls.RunAsync(operation, new Urn(request.Urn), timeout: null, call, async (context, token) =>
        {
            var answer = await check(Question(request, context), token);
            calls.Secrets.Learn(answer.Inputs);
            var response = new CheckResponse();
            if (answer.Failures.Count == 0)
                response.Inputs = StructWriter.WriteProperties(answer.Inputs);
            response.Failures.AddRange(Write(answer.Failures, calls.Secrets));
            return response;
        });

    /// <summary>
    /// Failures as the engine shows them. It prints the value of a property that a failure names, so one about a secret names the property
    /// in its reason only.
    /// </summary>
    public static IEnumerable<Pulumirpc.CheckFailure> Write(IReadOnlyList<Authoring.CheckFailure> failures, SecretTexts secrets)
    {
        var (named, rest) = FailureSummary.Limit(failures);
        foreach (var failure in named)
        {
            yield return failure.IsSecret
                ? new Pulumirpc.CheckFailure { Reason = secrets.Clean(FailureSummary.Describe(failure)) }
                : new Pulumirpc.CheckFailure { Property = failure.Path.ToString(), Reason = secrets.Clean(failure.Reason) };
        }
        if (rest is not null)
            yield return new Pulumirpc.CheckFailure { Reason = rest };
    }

    private static CheckQuestion Question(CheckRequest request, ResourceContext context) =>
        new(context.Urn, StructReader.ReadProperties(request.News), context.Log)
        {
            Prior = Prior(request.Olds),
            Naming = new NamingRequest(request.Name.Length > 0 ? request.Name : context.Name, request.RandomSeed.Memory)
            {
                Mode = request.Autonaming?.Mode switch
                {
                    CheckRequest.Types.AutonamingOptions.Types.Mode.Enforce => NamingMode.Enforce,
                    CheckRequest.Types.AutonamingOptions.Types.Mode.Disable => NamingMode.Disable,
                    _ => NamingMode.Propose,
                },
                ProposedName = request.Autonaming?.ProposedName ?? "",
            },
        };

    /// <summary>Engines send nothing or nothing in it for what is new.</summary>
    private static ObjectValue? Prior(Struct? olds) => olds is { Fields.Count: > 0 } ? StructReader.ReadProperties(olds) : null;
}
