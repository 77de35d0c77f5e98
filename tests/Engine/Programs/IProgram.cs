using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiNumbers.Engine.Projects;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Rpc.Client;
using Pulumirpc;

namespace PulumiNumbers.Engine.Programs;

/// <summary>The program that says what a stack consists of.</summary>
public interface IProgram
{
    /// <summary>Runs the program to its end.</summary>
    /// <exception cref="EngineException">It could not be run, or failed without saying so through the engine's log.</exception>
    /// <param name="environment">Where it finds the engine.</param>
    /// <param name="output">Receives each line that it prints.</param>
    /// <param name="cancellationToken">Ends the program before its time, the deployment having failed.</param>
    Task RunAsync(ProgramEnvironment environment, Action<string> output, CancellationToken cancellationToken);
}

/// <summary>A program as a method: registers resources through <paramref name="program"/>.</summary>
public delegate Task StackProgram(ProgramContext program, CancellationToken cancellationToken);

/// <summary>What a program needs to know to be deployed.</summary>
/// <param name="MonitorAddress">The resource monitor, as <c>host:port</c>.</param>
/// <param name="EngineAddress">The engine's log, as <c>host:port</c>.</param>
/// <param name="Project">The project's name.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Preview">Whether nothing will be changed.</param>
/// <param name="Parallel">How many operations may be under way at once.</param>
/// <param name="Config">The configuration, keys in full.</param>
public sealed record ProgramEnvironment(
    string MonitorAddress,
    string EngineAddress,
    string Project,
    string Stack,
    bool Preview,
    int Parallel,
    IReadOnlyDictionary<string, ConfigValue> Config);

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
