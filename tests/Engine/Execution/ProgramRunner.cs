using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Monitor;
using PulumiNumbers.Engine.Programs;

namespace PulumiNumbers.Engine.Execution;

/// <summary>Runs the program against the monitor, and afterwards deletes what the program did not register.</summary>
internal sealed class ProgramRunner(DeploymentContext context)
{
    public async Task RunAsync(IProgram program, CancellationToken cancellationToken)
    {
        var steps = new StepRunner(context);
        var olds = new OldResources(context.State);
        var registrar = new ResourceRegistrar(context, steps, olds);
        var monitor = new ResourceMonitorService(context, registrar);
        await using var server = await EngineServer.StartAsync(
            cancellationToken,
            methods => Pulumirpc.ResourceMonitor.BindService(methods, monitor),
            methods => Pulumirpc.Engine.BindService(methods, new EngineService(ReportWhileRunning)));

        using var stop = new CancellationTokenSource();
        var environment = new ProgramEnvironment(
            server.Address, server.Address, context.Engine.Project, context.Engine.Stack, context.Preview, context.Engine.Parallel, context.Engine.Config);
        var running = RunToEndAsync(program, environment, stop.Token);
        await Task.WhenAny(running, monitor.ProgramSignalled, context.Halt.Raised);

        if (context.Halt.Reason is null
            && (monitor.ProgramSignalled.IsCompletedSuccessfully || await running)
            && (!context.Events.HasErrors || context.Options.ContinueOnError))
        {
            await DeleteObsoleteAsync(steps, olds, registrar, cancellationToken);
        }
        monitor.End();
        if (context.Halt.Reason is not null)
        {
            await context.Gate.DrainAsync(cancellationToken);
            await stop.CancelAsync();
        }
        await running;
        new Refresher(context).DropDangling();
    }

    // A failed step holds back what it depends on; all else that the program no longer has goes, pending deletions of earlier runs included.
    private Task DeleteObsoleteAsync(StepRunner steps, OldResources olds, ResourceRegistrar registrar, CancellationToken cancellationToken)
    {
        var targets = new Targets(context.Options);
        var needed = registrar.NeededByFailed();
        return new DeletionRunner(context, steps).DeleteAsync(
            [.. olds.Obsolete().Where(r => targets.Includes(r.State.Urn, r.State.AllDependencies()) && (r.State.Delete || !needed.Contains(r.State.Urn)))], cancellationToken);
    }

    // Errors of a program that was cut off are not worth reporting.
    private void ReportWhileRunning(Diagnostic diagnostic)
    {
        if (context.Halt.Reason is null || diagnostic.Severity != Severity.Error)
            context.Events.Say(diagnostic);
    }

    private async Task<bool> RunToEndAsync(IProgram program, ProgramEnvironment environment, CancellationToken stop)
    {
        await Task.Yield();
        try
        {
            await program.RunAsync(environment, line => context.Events.Say(Severity.Info, null, line), stop);
            return true;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        catch (EngineException e)
        {
            if (context.Halt.Reason is null && !context.Events.HasErrors)
                context.Events.Say(Severity.Error, null, e.Message);
            return false;
        }
    }
}
