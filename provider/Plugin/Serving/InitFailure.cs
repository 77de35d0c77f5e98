using Grpc.Core;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Rpc;
using Pulumirpc;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>The answer to an operation that came part of the way.</summary>
internal static class InitFailure
{
    /// <summary>Throws where there were problems: the engine saves what was reached, and reports each of them.</summary>
    /// <exception cref="RpcException">There were problems.</exception>
    public static void ThrowIfAny(OperationAnswer answer, SecretTexts secrets)
    {
        if (answer.Problems.Count > 0)
            throw Of(answer, secrets);
    }

    /// <summary>The answer by which the engine saves what was reached.</summary>
    public static RpcException Of(OperationAnswer answer, SecretTexts secrets)
    {
        var problems = answer.Problems.Select(secrets.Clean).ToList();
        var detail = new ErrorResourceInitFailed
        {
            Id = answer.Id,
            Properties = StructWriter.WriteProperties(answer.State),
            Inputs = answer.Inputs is { } inputs ? StructWriter.WriteProperties(inputs) : null,
            Reasons = { problems },
        };
        var message = problems is [var only] ? only : $"{problems.Count} problems: {problems[0]}";
        return RichStatus.ToException(new Status(StatusCode.Unknown, message), detail);
    }
}
