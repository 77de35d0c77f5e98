using Grpc.Core;
using Pulumirpc;

namespace Pulumi.Running;

/// <summary>Tells the user, through the engine, why a program failed.</summary>
internal sealed class FailureReport(EngineLog log)
{
    /// <summary>Reports every failure and answers the exit code that says whether that worked.</summary>
    public async Task<int> SendAsync(IReadOnlyCollection<Exception> failures)
    {
        try
        {
            foreach (var failure in failures)
                await SendAsync(failure);
            return ExitCode.FailedAndReported;
        }
        catch (RpcException unreachable)
        {
            await Console.Error.WriteLineAsync($"The engine's log cannot be reached: {unreachable.Status.Detail}");
            foreach (var failure in failures)
                await Console.Error.WriteLineAsync(failure.Message);
            return ExitCode.Failed;
        }
    }

    private Task SendAsync(Exception failure) => failure switch
    {
        MonitorClosedException => Task.CompletedTask,
        RunException => log.WriteAsync(LogSeverity.Error, failure.Message),
        ResourceException { HideStack: true } about => log.WriteAsync(LogSeverity.Error, about.Message, about.Resource),
        ResourceException about => log.WriteAsync(LogSeverity.Error, about.ToString(), about.Resource),
        RpcException call => log.WriteAsync(LogSeverity.Error, $"The engine refused a call of the program: {call.Status.Detail}"),
        _ => log.WriteAsync(LogSeverity.Error, $"The program failed with an unhandled exception:\n{failure}"),
    };
}
