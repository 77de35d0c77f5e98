using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Rpc;
using PulumiNumbers.Rpc.Values;
using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Serves Configure.</summary>
internal sealed class ConfigureHandler(ProviderRegistry registry, CallRunner calls, Deployment deployment)
{
    /// <summary>Takes the provider's configuration and says what the plugin can do.</summary>
    public Task<ConfigureResponse> ConfigureAsync(ConfigureRequest request, ServerCallContext call) =>
        calls.RunAsync("configuring the provider", call, async (log, token) =>
        {
            deployment.Enter(new Urn(request.Urn));
            var answer = await registry.Configuration.ConfigureAsync(new Urn(request.Urn), Given(request), log, token);
            if (answer.Failures.Count > 0)
                throw Refuse(answer.Failures);
            return new ConfigureResponse
            {
                AcceptSecrets = true,
                SupportsPreview = true,
                AcceptResources = true,
                AcceptOutputs = true,
                SupportsAutonamingConfiguration = true,
            };
        });

    private static ObjectValue Given(ConfigureRequest request)
    {
        if (request.Args is not null)
            return StructReader.ReadProperties(request.Args);
#pragma warning disable CS0612 // Engines older than the field that replaces it send nothing else.
        var variables = request.Variables;
#pragma warning restore CS0612
        return new ObjectValue(variables.ToDictionary(
            variable => variable.Key[(variable.Key.LastIndexOf(':') + 1)..],
            PropertyValue (variable) => UnknownSentinels.Contains(variable.Value) ? UnknownValue.Instance : new StringValue(variable.Value),
            StringComparer.Ordinal));
    }

    private Exception Refuse(IReadOnlyList<Authoring.CheckFailure> failures)
    {
        var words = calls.Secrets.Clean(FailureSummary.Join(failures));
        if (!failures.All(failure => failure.IsMissing))
            return new ResourceException(FailureKind.InvalidArgument, $"The provider's configuration is not valid. {words}");
        var missing = new ConfigureErrorMissingKeys
        {
            MissingKeys =
            {
                failures.Select(failure => new ConfigureErrorMissingKeys.Types.MissingKey
                {
                    Name = failure.Path.ToString(),
                    Description = registry.Configuration.Config.Find(failure.Path.TopLevelName)?.Attribute.Description ?? "",
                }),
            },
        };
        return RichStatus.ToException(
            new Status(StatusCode.InvalidArgument, $"The provider's configuration is not complete. {words}"), missing);
    }
}
