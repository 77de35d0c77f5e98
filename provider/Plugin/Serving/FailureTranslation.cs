using Grpc.Core;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Engine;
using PulumiNumbers.Plugin.Model;

namespace PulumiNumbers.Plugin.Serving;

/// <summary>Puts exceptions into the statuses by which an engine knows what they mean, and into words that hold no secret.</summary>
/// <param name="definition">Knows the exceptions of the provider's own kind.</param>
/// <param name="secrets">What must not stand in the words.</param>
/// <param name="defects">Takes what only developers can use.</param>
internal sealed class FailureTranslation(ProviderDefinition definition, SecretTexts secrets, DefectReport defects)
{
    /// <summary>The answer to a call that ended in an exception.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="scope">The call's time.</param>
    /// <param name="operation">The operation in words: "creating numbers:index:NumberPool 'main'".</param>
    public RpcException Translate(Exception exception, OperationScope scope, string operation) => exception switch
    {
        RpcException rpc => rpc,
        InterruptedChangeException { InnerException: { } cause } change => InitFailure.Of(
            change.Answer with { Problems = [.. change.Answer.Problems, Translate(cause, scope, operation).Status.Detail] }, secrets),
        MalformedValueException malformed => Fail(StatusCode.InvalidArgument, malformed.Message),
        ResourceException failure => Fail(CodeOf(failure.Kind), failure.Message),
        _ when Explain(exception) is { } failure => Fail(CodeOf(failure.Kind), failure.Message),
        OperationCanceledException when scope.IsTimedOut => Fail(
            StatusCode.DeadlineExceeded, $"Timed out while {operation}: it was not done within {scope.Timeout?.TotalSeconds} s."),
        OperationCanceledException when scope.Token.IsCancellationRequested => Fail(StatusCode.Cancelled, $"Cancelled while {operation}."),
        _ => Defect(exception, operation),
    };

    private ResourceException? Explain(Exception exception)
    {
        try
        {
            return definition.Explain(exception);
        }
        catch (Exception defect)
        {
            // The words for the first failure are lost; the failure must not be.
            defects.Write("explaining a failure", defect);
            return null;
        }
    }

    /// <summary>What nobody expected may hold anything: only its type is told, and where it happened.</summary>
    private RpcException Defect(Exception exception, string operation)
    {
        defects.Write(operation, exception);
        return Fail(
            StatusCode.Internal,
            $"Internal error in the {definition.Package.Name} provider while {operation} ({exception.GetType().Name}). This is a bug; please report it with the plugin's log.");
    }

    private RpcException Fail(StatusCode code, string message) => new(new Status(code, secrets.Clean(message)));

    /// <summary>To an engine DataLoss and Unknown say alike that the state is unknown; Unknown is left to those who do not say what they mean.</summary>
    private static StatusCode CodeOf(FailureKind kind) => kind switch
    {
        FailureKind.InvalidArgument => StatusCode.InvalidArgument,
        FailureKind.NotFound => StatusCode.NotFound,
        FailureKind.AlreadyExists => StatusCode.AlreadyExists,
        FailureKind.PermissionDenied => StatusCode.PermissionDenied,
        FailureKind.Unauthenticated => StatusCode.Unauthenticated,
        FailureKind.ResourceExhausted => StatusCode.ResourceExhausted,
        FailureKind.FailedPrecondition => StatusCode.FailedPrecondition,
        FailureKind.Unavailable => StatusCode.Unavailable,
        FailureKind.DeadlineExceeded => StatusCode.DeadlineExceeded,
        FailureKind.Cancelled => StatusCode.Cancelled,
        FailureKind.Unimplemented => StatusCode.Unimplemented,
        FailureKind.Internal => StatusCode.Internal,
        _ => StatusCode.DataLoss,
    };
}
