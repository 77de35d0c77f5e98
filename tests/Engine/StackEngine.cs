using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Execution;
using PulumiNumbers.Engine.Monitor;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine;

/// <summary>
/// Deploys a stack as Pulumi's engine does, over the same protocols. For tests, with the program as a method and the plugin as a process or at an address:
/// <code>
/// var engine = new StackEngine(new EngineOptions
/// {
///     StateFolder = temporaryFolder,
///     Plugins = new AttachLauncher("numbers", "127.0.0.1:40123"),      // or new ProcessLauncher(…, [folderOfThePlugin], TimeProvider.System)
///     Config = new Dictionary&lt;string, ConfigValue&gt; { ["numbers:vonageApiKey"] = "a1b2c3d4", ["numbers:vonageApiSecret"] = ConfigValue.Secret("…") },
/// });
/// var up = await engine.UpAsync(async (program, ct) =&gt;
/// {
///     var pool = await program.RegisterAsync("numbers:index:NumberPool", "pool", new() { ["poolId"] = "support" });
///     await program.RegisterAsync(
///         "numbers:index:PoolMembership", "members",
///         new() { ["poolId"] = pool["poolId"], ["numbers"] = PropertyValue.Of(["447700900001"]) },
///         new() { DependsOn = [pool] });
///     program.Export("poolId", pool.Id);
/// });
/// Assert.True(up.Succeeded, string.Join('\n', up.Errors));
/// Assert.Equal(StepOp.Create, up.StepOf("pool").Op);
/// Assert.Equal("support", up.Checkpoint.Find("pool")!.Outputs["poolId"].AsString);
/// </code>
/// The state lives in files, so that engines made one after another with the same options continue one stack. A cancelled token ends a
/// deployment in good order: providers are notified, what is under way is waited for and saved, and the result says so.
/// </summary>
public sealed class StackEngine(EngineOptions options)
{
    private readonly StackStore _store = new(options.StateFolder, options.Project, options.Stack, options.Crypter, options.TimeProvider);

    /// <summary>The stack's state as it is saved.</summary>
    public Checkpoint Load() => _store.Load();

    /// <summary>Replaces the stack's state.</summary>
    public void Save(Checkpoint checkpoint)
    {
        using var hold = _store.Lock();
        _store.Save(checkpoint);
    }

    /// <summary>Brings the stack to what the program describes.</summary>
    public Task<DeploymentResult> UpAsync(IProgram program, DeploymentOptions? deployment = null, CancellationToken cancellationToken = default) =>
        DeployAsync(program, preview: false, deployment, cancellationToken);

    /// <summary>Brings the stack to what the method describes.</summary>
    public Task<DeploymentResult> UpAsync(StackProgram program, DeploymentOptions? deployment = null, CancellationToken cancellationToken = default) =>
        UpAsync(new DelegateProgram(program), deployment, cancellationToken);

    /// <summary>Says what <see cref="UpAsync(IProgram, DeploymentOptions?, CancellationToken)"/> would do.</summary>
    public Task<DeploymentResult> PreviewAsync(IProgram program, DeploymentOptions? deployment = null, CancellationToken cancellationToken = default) =>
        DeployAsync(program, preview: true, deployment, cancellationToken);

    /// <summary>Says what an up would do.</summary>
    public Task<DeploymentResult> PreviewAsync(StackProgram program, DeploymentOptions? deployment = null, CancellationToken cancellationToken = default) =>
        PreviewAsync(new DelegateProgram(program), deployment, cancellationToken);

    /// <summary>Brings the state to what the providers find; in a preview only says what they find.</summary>
    public Task<DeploymentResult> RefreshAsync(bool preview = false, DeploymentOptions? deployment = null, CancellationToken cancellationToken = default) =>
        RunAsync(preview, deployment, RefreshAllAsync, cancellationToken);

    /// <summary>Deletes every resource of the stack.</summary>
    public Task<DeploymentResult> DestroyAsync(bool preview = false, DeploymentOptions? deployment = null, CancellationToken cancellationToken = default) =>
        RunAsync(preview, deployment, DestroyAllAsync, cancellationToken);

    /// <summary>Takes an existing resource into the stack.</summary>
    /// <param name="type">The type token.</param>
    /// <param name="name">The name that it gets in the stack.</param>
    /// <param name="id">The provider's id of it.</param>
    /// <param name="preview">Whether only to look.</param>
    /// <param name="deployment">How to go about it.</param>
    /// <param name="cancellationToken">Ends the import in good order.</param>
    public Task<DeploymentResult> ImportAsync(
        string type, string name, string id, bool preview = false, DeploymentOptions? deployment = null, CancellationToken cancellationToken = default) =>
        RunAsync(preview, deployment, (context, ct) => new ImportRunner(context).RunAsync([new ImportEntry(type, name, id)], ct), cancellationToken);

    /// <summary>Takes existing resources into the stack.</summary>
    public Task<DeploymentResult> ImportAsync(
        IReadOnlyList<ImportEntry> entries, bool preview = false, DeploymentOptions? deployment = null, CancellationToken cancellationToken = default) =>
        RunAsync(preview, deployment, (context, ct) => new ImportRunner(context).RunAsync(entries, ct), cancellationToken);

    /// <summary>Has the next update replace a resource, or not after all.</summary>
    /// <exception cref="EngineException">The stack has no such resource.</exception>
    public void Taint(Urn urn, bool taint = true)
    {
        using var hold = _store.Lock();
        var checkpoint = _store.Load();
        if (checkpoint.Find(urn) is not { } tainted)
            throw new EngineException($"The stack has no resource '{urn}'.");
        _store.Save(checkpoint with { Resources = [.. checkpoint.Resources.Select(r => ReferenceEquals(r, tainted) ? r with { Taint = taint } : r)] });
    }

    private static async Task RefreshAllAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        var targets = new Targets(context.Options);
        await new Refresher(context).RefreshAsync(r => targets.Includes(r.Urn, r.AllDependencies()), cancellationToken);
        if (!context.Events.HasErrors)
            context.State.ForgetPending(_ => true);
    }

    private static async Task DestroyAllAsync(DeploymentContext context, CancellationToken cancellationToken)
    {
        if (context.Options.Refresh)
            await RefreshAllAsync(context, cancellationToken);
        if (context.Events.HasErrors)
            return;
        var targets = new Targets(context.Options);
        var obsolete = context.State.Previous.Where(r => context.State.Contains(r) && targets.Includes(r.State.Urn, r.State.AllDependencies())).ToArray();
        var going = obsolete.Select(r => r.State.Urn).ToHashSet();
        foreach (var staying in context.State.Previous.Where(r => context.State.Contains(r) && !going.Contains(r.State.Urn)))
        {
            if (staying.State.AllDependencies().FirstOrDefault(going.Contains) is { } needed && going.Contains(needed))
                context.Events.Say(Severity.Error, staying.State.Urn, $"It depends on '{needed}', which is to be deleted; name it as a target too.");
        }
        if (!context.Events.HasErrors)
            await new DeletionRunner(context, new StepRunner(context)).DeleteAsync(obsolete, cancellationToken);
        if (!context.Events.HasErrors && !targets.IsConstrained)
            context.State.ForgetPending(_ => true);
    }

    private Task<DeploymentResult> DeployAsync(IProgram program, bool preview, DeploymentOptions? deployment, CancellationToken cancellationToken) =>
        RunAsync(
            preview,
            deployment,
            async (context, ct) =>
            {
                if (context.Options.Refresh)
                {
                    var targets = new Targets(context.Options);
                    await new Refresher(context).RefreshAsync(r => targets.Includes(r.Urn, r.AllDependencies()), ct);
                }

                if (!context.Events.HasErrors && context.Halt.Reason is null)
                    await new ProgramRunner(context).RunAsync(program, ct);
            },
            cancellationToken);

    private async Task<DeploymentResult> RunAsync(
        bool preview, DeploymentOptions? deployment, Func<DeploymentContext, CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var started = options.TimeProvider.GetTimestamp();
        using var hold = preview ? null : _store.Lock();
        var last = _store.Load();
        using var journal = preview ? null : _store.OpenJournal(last);
        var state = new StackState(last, (IJournal?)journal ?? new NoJournal());
        var events = new EventRecorder(options.Listener);
        await using (var server = await EngineServer.StartAsync(cancellationToken, methods => Pulumirpc.Engine.BindService(methods, new EngineService(events.Say))))
        await using (var providers = new ProviderRegistry(options, server.Address, events, reference => FindProvider(state, reference)))
        {
            using var gate = new Gate(options.Parallel);
            var context = new DeploymentContext
            {
                Engine = options,
                Options = deployment ?? new(),
                Preview = preview,
                State = state,
                Events = events,
                Providers = providers,
                Gate = gate,
            };
            PendingOperations.Report(context, last);
            await using var cancellation = new Cancellation(context, cancellationToken);
            await WorkAsync(context, work);
        }

        var checkpoint = state.Snapshot();
        if (!preview)
        {
            journal!.Dispose();
            _store.Save(checkpoint);
        }
        return Result(events, checkpoint, preview, options.TimeProvider.GetElapsedTime(started));
    }

    private static async Task WorkAsync(DeploymentContext context, Func<DeploymentContext, CancellationToken, Task> work)
    {
        try
        {
            // Steps are not abandoned: a cancellation raises the halt and tells the providers.
            await work(context, CancellationToken.None);
        }
        catch (HaltedException)
        {
            // It was reported where it came from.
        }
        catch (Exception e) when (e is EngineException or ProviderException)
        {
            context.Events.Say(Severity.Error, null, e.Message);
        }
    }

    private static ResourceState? FindProvider(StackState state, ProviderReference reference) =>
        state.Snapshot().Resources.FirstOrDefault(r => r.Urn == reference.Urn && string.Equals(r.Id, reference.Id, StringComparison.Ordinal));

    private static DeploymentResult Result(EventRecorder events, Checkpoint checkpoint, bool preview, TimeSpan duration) => new()
    {
        Succeeded = !events.HasErrors,
        IsPreview = preview,
        Steps = [.. events.Finished.Where(s => !s.IsRefresh)],
        Drift = [.. events.Finished.Where(s => s.IsRefresh)],
        Failed = events.Failed,
        Diagnostics = events.Diagnostics,
        Checkpoint = checkpoint,
        Duration = duration,
    };
}
