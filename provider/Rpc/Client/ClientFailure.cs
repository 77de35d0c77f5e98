using System.Net.Http;
using Grpc.Core;

namespace PulumiNumbers.Rpc.Client;

/// <summary>Says with a status why a call came to nothing.</summary>
internal static class ClientFailure
{
    private const long RefusedStream = 0x7;
    private const long Cancel = 0x8;
    private const long EnhanceYourCalm = 0xb;
    private const long InadequateSecurity = 0xc;

    public static RpcException From(Exception exception, CallLifetime lifetime) => exception switch
    {
        RpcException failure => failure,
        _ when lifetime.DeadlineHasPassed =>
            new RpcException(new Status(StatusCode.DeadlineExceeded, "The deadline of the call has passed.", exception)),
        _ when lifetime.Token.IsCancellationRequested =>
            new RpcException(new Status(StatusCode.Cancelled, "The caller cancelled the call.", exception)),
        _ => new RpcException(new Status(Code(exception), Innermost(exception).Message, exception)),
    };

    private static StatusCode Code(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpProtocolException { ErrorCode: var code })
            {
                return code switch
                {
                    RefusedStream => StatusCode.Unavailable,
                    Cancel => StatusCode.Cancelled,
                    EnhanceYourCalm => StatusCode.ResourceExhausted,
                    InadequateSecurity => StatusCode.PermissionDenied,
                    _ => StatusCode.Internal,
                };
            }
        }

        return exception is HttpRequestException or IOException or OperationCanceledException or ObjectDisposedException
            ? StatusCode.Unavailable
            : StatusCode.Internal;
    }

    private static Exception Innermost(Exception exception) => exception.GetBaseException();
}
