using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Rpc.Client;
using Pulumirpc;

namespace PulumiNumbers.Engine.Programs;

/// <summary>A program written as a method, run in this process over the same gRPC that other programs use.</summary>
public sealed class DelegateProgram(StackProgram program) : IProgram
{
    /// <inheritdoc/>
    public async Task RunAsync(ProgramEnvironment environment, Action<string> output, CancellationToken cancellationToken)
    {
        using var channel = PlaintextChannel.ForAddress(environment.MonitorAddress);
        var monitor = new ResourceMonitor.ResourceMonitorClient(channel);
        try
        {
            var stack = await monitor.RegisterResourceAsync(
                new RegisterResourceRequest { Type = ResourceTypes.Stack, Name = $"{environment.Project}-{environment.Stack}", Object = new Struct(), AcceptSecrets = true },
                cancellationToken: cancellationToken);
            var context = new ProgramContext(monitor, environment, Urn.Parse(stack.Urn), cancellationToken);
            await program(context, cancellationToken);
            await monitor.RegisterResourceOutputsAsync(
                new RegisterResourceOutputsRequest { Urn = stack.Urn, Outputs = PropertyWire.ToStruct(context.Exports) },
                cancellationToken: cancellationToken);
        }
        catch (RpcException e) when (e.StatusCode is StatusCode.Unavailable or StatusCode.Cancelled)
        {
            throw new EngineException("The program ended because the deployment did.", e);
        }
        catch (RpcException e)
        {
            throw new EngineException($"The program failed: {e.Status.Detail}", e);
        }
    }
}
