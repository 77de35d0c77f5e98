using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumirpc;

namespace Pulumi.Running;

/// <summary>The end of a run that went well.</summary>
internal static class Shutdown
{
    /// <summary>Tells the engine that nothing more will be registered and waits until it is done; older engines do not know the call.</summary>
    public static async Task SignalAndWaitAsync(ResourceMonitor.ResourceMonitorClient monitor, CancellationToken cancellationToken)
    {
        try
        {
            await monitor.SignalAndWaitForShutdownAsync(new Empty(), cancellationToken: cancellationToken);
        }
        catch (RpcException failure) when (failure.StatusCode == StatusCode.Unimplemented)
        {
        }
    }
}
