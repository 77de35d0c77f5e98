using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Model;
using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Serves Create, Read, Update and Delete.</summary>
internal sealed class LifecycleHandler(ProviderRegistry registry, CallRunner calls)
{
    /// <summary>Creates a resource.</summary>
    public Task<CreateResponse> CreateAsync(CreateRequest request, ServerCallContext call) =>
        calls.RunAsync("creating", new Urn(request.Urn), OperationScope.FromSeconds(request.Timeout), call, async (context, token) =>
        {
            var answer = await registry.Resource(context.Type).CreateAsync(
                new OperationQuestion(context) { Inputs = StructReader.ReadProperties(request.Properties), IsPreview = request.Preview },
                token);
            InitFailure.ThrowIfAny(answer, calls.Secrets);
            return new CreateResponse
            {
                Id = answer.Id,
                Properties = StructWriter.WriteProperties(answer.State),
            };
        });

    /// <summary>Reads a resource, for a refresh or an import.</summary>
    public Task<ReadResponse> ReadAsync(ReadRequest request, ServerCallContext call) =>
        calls.RunAsync("reading", new Urn(request.Urn), OperationScope.FromSeconds(request.Timeout), call, async (context, token) =>
        {
            var answer = await registry.Resource(context.Type).ReadAsync(
                new OperationQuestion(context)
                {
                    Id = request.Id,
                    State = StructReader.ReadProperties(request.Properties),
                    PriorInputs = StructReader.ReadProperties(request.Inputs ?? request.Properties),
                    IsImport = request is { Properties: null or { Fields.Count: 0 }, Inputs: null or { Fields.Count: 0 } },
                },
                token);
            if (answer is null)
                return new ReadResponse();
            InitFailure.ThrowIfAny(answer, calls.Secrets);
            return new ReadResponse
            {
                Id = answer.Id,
                Properties = StructWriter.WriteProperties(answer.State),
                Inputs = answer.Inputs is { } inputs ? StructWriter.WriteProperties(inputs) : null,
            };
        });

    /// <summary>Updates a resource.</summary>
    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, ServerCallContext call) =>
        calls.RunAsync("updating", new Urn(request.Urn), OperationScope.FromSeconds(request.Timeout), call, async (context, token) =>
        {
            var answer = await registry.Resource(context.Type).UpdateAsync(
                new OperationQuestion(context)
                {
                    Id = request.Id,
                    Inputs = StructReader.ReadProperties(request.News),
                    PriorInputs = StructReader.ReadProperties(request.OldInputs ?? request.Olds),
                    State = StructReader.ReadProperties(request.Olds),
                    IsPreview = request.Preview,
                },
                token);
            InitFailure.ThrowIfAny(answer, calls.Secrets);
            return new UpdateResponse
            {
                Properties = StructWriter.WriteProperties(answer.State),
            };
        });

    /// <summary>Deletes a resource.</summary>
    public Task<Empty> DeleteAsync(DeleteRequest request, ServerCallContext call) =>
        calls.RunAsync("deleting", new Urn(request.Urn), OperationScope.FromSeconds(request.Timeout), call, async (context, token) =>
        {
            await registry.Resource(context.Type).DeleteAsync(
                new OperationQuestion(context)
                {
                    Id = request.Id,
                    State = StructReader.ReadProperties(request.Properties),
                    PriorInputs = StructReader.ReadProperties(request.OldInputs ?? request.Properties),
                },
                token);
            return new Empty();
        });
}
