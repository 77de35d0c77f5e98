using Grpc.Net.Client;
using Pulumirpc;

namespace Pulumi.Running;

/// <summary>One run of a program under an engine. It flows with the program's own asynchronous work.</summary>
internal sealed class ProgramRun
{
    /// <summary>What engines allow.</summary>
    private const int MaxMessageSize = 400 * 1024 * 1024;

    private static readonly AsyncLocal<ProgramRun?> Running = new();

    private readonly ResourceRegistrar _registrar;

    private ProgramRun(ProgramSettings settings, ResourceMonitor.ResourceMonitorClient monitor, EngineLog log, MonitorFeatures features)
    {
        Settings = settings;
        Log = log;
        var writer = new InputWriter(features);
        _registrar = new ResourceRegistrar(this, monitor, writer, new AliasWriter(features));
        Functions = new FunctionCaller(monitor, writer);
    }

    /// <summary>The run that the calling code belongs to, if it belongs to one.</summary>
    public static ProgramRun? Current => Running.Value;

    /// <summary>The run that the calling code belongs to.</summary>
    /// <exception cref="InvalidOperationException">The code does not run inside Deployment.RunAsync.</exception>
    public static ProgramRun Required => Current
        ?? throw new InvalidOperationException("Resources and functions can be used only inside Deployment.RunAsync.");

    public ProgramSettings Settings { get; }

    public EngineLog Log { get; }

    public FunctionCaller Functions { get; }

    public InFlightWork Work { get; } = new();

    /// <summary>The stack, once its registration has begun.</summary>
    public Stack? Root { get; set; }

    /// <summary>Runs a program to its end and answers the exit code of the process.</summary>
    /// <param name="settings">Where the engine is and what it wants.</param>
    /// <param name="start">Begins the program: makes the stack.</param>
    /// <param name="cancellationToken">Ends the calls to the engine.</param>
    public static async Task<int> RunAsync(ProgramSettings settings, Action start, CancellationToken cancellationToken)
    {
        if (Current is not null)
            throw new InvalidOperationException("Deployment.RunAsync was called inside Deployment.RunAsync.");

        using var engineChannel = Connect(settings.Engine);
        using var monitorChannel = Connect(settings.Monitor);
        var monitor = new ResourceMonitor.ResourceMonitorClient(monitorChannel);
        var log = new EngineLog(new Engine.EngineClient(engineChannel), cancellationToken);
        var report = new FailureReport(log);
        try
        {
            var features = await MonitorFeatures.AskAsync(monitor, cancellationToken);
            var run = new ProgramRun(settings, monitor, log, features);
            Running.Value = run;
            var failures = await run.WorkOffAsync(start);
            if (failures.Count > 0)
                return await report.SendAsync(failures);
            if (log.HasErrors)
                return ExitCode.Failed;

            await Shutdown.SignalAndWaitAsync(monitor, cancellationToken);
            return ExitCode.Succeeded;
        }
        catch (Grpc.Core.RpcException failure)
        {
            return await report.SendAsync([failure]);
        }
    }

    public void Register(Resource resource, ResourceArgs args) => Work.Track(_registrar.RegisterAsync(resource, args));

    public void RegisterOutputs(ComponentResource component, Output<IDictionary<string, object?>> outputs) =>
        Work.Track(_registrar.RegisterOutputsAsync(component, outputs));

    private static GrpcChannel Connect(string address) => GrpcChannel.ForAddress(
        $"http://{address}",
        new GrpcChannelOptions { MaxReceiveMessageSize = MaxMessageSize, MaxSendMessageSize = MaxMessageSize });

    private async Task<IReadOnlyCollection<Exception>> WorkOffAsync(Action start)
    {
        try
        {
            start();
        }
#pragma warning disable CA1031 // Whatever the program throws is reported to the user.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Work.Fail(failure);
        }

        return await Work.WhenSettledAsync();
    }
}
