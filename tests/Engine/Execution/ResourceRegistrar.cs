using System.Collections.Concurrent;
using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Rpc.Values;

namespace PulumiNumbers.Engine.Execution;

/// <summary>Brings one resource after another, as the program registers them, from what the state has to what the program wants.</summary>
internal sealed class ResourceRegistrar
{
    private readonly DeploymentContext _context;
    private readonly StepRunner _steps;
    private readonly OldResources _olds;
    private readonly Targets _targets;
    private readonly DefaultProviders _defaults;
    private readonly ReplacementRunner _replacements;
    private readonly Importer _importer;
    private readonly Refresher _refresher;
    private readonly ConcurrentDictionary<Urn, Goal> _goals = [];
    private readonly ConcurrentDictionary<Urn, Tracked> _registered = [];
    private readonly ConcurrentDictionary<Urn, bool> _skipped = [];
    private readonly ConcurrentDictionary<Urn, ResourceState?> _failed = [];

    public ResourceRegistrar(DeploymentContext context, StepRunner steps, OldResources olds)
    {
        _context = context;
        _steps = steps;
        _olds = olds;
        _targets = new Targets(context.Options);
        _defaults = new DefaultProviders(context.Engine, RegisterAsync);
        _replacements = new ReplacementRunner(context, steps, olds);
        _importer = new Importer(context, steps);
        _refresher = new Refresher(context);
    }

    /// <summary>Does what is needed for a resource to be as the program wants it.</summary>
    /// <exception cref="HaltedException">It failed, which has been said, or no step may begin any more.</exception>
    public async Task<Registration> RegisterAsync(Goal goal, CancellationToken cancellationToken)
    {
        var urn = Urn.Of(_context.Engine.Stack, _context.Engine.Project, goal.Parent, goal.Type, goal.Name);
        _context.Halt.ThrowIfRaised();
        if (!_goals.TryAdd(urn, goal))
            throw _steps.Report(urn, $"Duplicate resource URN '{urn}': give the resource a name of its own.");
        if (goal.Parent is { } parent && !_goals.ContainsKey(parent))
            throw _steps.Report(urn, $"The parent '{parent}' of '{goal.Name}' has not been registered.");
        ResourceState? planned = null;
        try
        {
            var old = _olds.Claim([urn, .. goal.Aliases]);
            planned = await PlanAsync(urn, goal, old, cancellationToken);
            SkipWhereDependencyFailed(planned, old);
            if (!IsTargeted(planned))
                return await KeepUntargetedAsync(planned, old, cancellationToken);
            RefuseSkippedDependencies(planned);
            var saved = await ApplyAsync(goal, planned, old, cancellationToken);
            _registered[urn] = saved;
            return new(urn, saved.State.Id == ProviderRegistry.UnknownId && !saved.State.IsProvider ? "" : saved.State.Id, saved.State.Outputs);
        }
        catch (Exception e) when (e is ProviderException or EngineException or FormatException)
        {
            _failed[urn] = planned;
            throw _steps.Report(urn, e.Message);
        }
        catch (HaltedException)
        {
            _failed[urn] = planned;
            throw;
        }
    }

    /// <summary>Looks up a resource that the stack does not manage.</summary>
    public async Task<Registration> ReadAsync(Goal goal, string id, CancellationToken cancellationToken)
    {
        var urn = Urn.Of(_context.Engine.Stack, _context.Engine.Project, goal.Parent, goal.Type, goal.Name);
        _context.Halt.ThrowIfRaised();
        if (!_goals.TryAdd(urn, goal))
            throw _steps.Report(urn, $"Duplicate resource URN '{urn}': give the resource a name of its own.");
        try
        {
            var old = _olds.Claim([urn]);
            var planned = (await PlanAsync(urn, goal, old, cancellationToken)) with { Id = id, External = true };
            if (id == UnknownSentinels.Any || id.Length == 0)
                return new(urn, "", []);
            var saved = await _steps.ReadAsync(planned, await _context.ManagerOfAsync(planned, cancellationToken), old, cancellationToken);
            _registered[urn] = saved;
            return new(urn, saved.State.Id, saved.State.Outputs);
        }
        catch (Exception e) when (e is ProviderException or EngineException or FormatException)
        {
            throw _steps.Report(urn, e.Message);
        }
    }

    /// <summary>Takes an existing resource into the stack because the user asked for it, whatever the program says.</summary>
    /// <param name="goal">What it is to be called, and under which parent and provider.</param>
    /// <param name="id">The provider's id of it.</param>
    /// <param name="known">Its inputs and state where the user has them: then it is not read.</param>
    /// <param name="cancellationToken">Abandons the call.</param>
    public async Task<Registration> ImportAsync(Goal goal, string id, (PropertyMap Inputs, PropertyMap Outputs)? known, CancellationToken cancellationToken)
    {
        var urn = Urn.Of(_context.Engine.Stack, _context.Engine.Project, goal.Parent, goal.Type, goal.Name);
        try
        {
            if (_olds.Claim([urn]) is { } old)
                throw _steps.Report(urn, $"'{goal.Name}' is in the stack already, with the id '{old.State.Id}'. Give the imported resource another name.");
            var planned = await PlanAsync(urn, goal, old: null, cancellationToken);
            var found = known is { } given
                ? planned with { Id = id, Inputs = given.Inputs, Outputs = given.Outputs }
                : await _importer.FindAsync(planned, id, await _context.ManagerOfAsync(planned, cancellationToken), cancellationToken);
            var saved = _steps.Import(found with { Protect = goal.Protect ?? false, ImportId = "" }, old: null);
            return new(urn, saved.State.Id, saved.State.Inputs);
        }
        catch (Exception e) when (e is ProviderException or EngineException)
        {
            throw _steps.Report(urn, e.Message);
        }
    }

    /// <summary>Whether a resource of this run has outputs that only the real update will bring.</summary>
    public bool IsUnknown(Urn urn) => _context.Preview && _registered.TryGetValue(urn, out var resource) && resource.State is { Custom: true, Id: "" };

    /// <summary>What resources that failed in this run depend on, directly or not, as they were or were to be: it is not deleted.</summary>
    public IReadOnlySet<Urn> NeededByFailed()
    {
        var needed = new HashSet<Urn>();
        var known = _context.State.Snapshot().Resources.Where(r => !r.Delete).ToLookup(r => r.Urn);
        var open = new Stack<ResourceState>(_failed.SelectMany(f => known[f.Key].Concat(f.Value is { } planned ? [planned] : [])));
        while (open.TryPop(out var resource))
        {
            foreach (var dependency in resource.AllDependencies().Where(needed.Add))
            {
                foreach (var state in known[dependency])
                    open.Push(state);
            }
        }

        return needed;
    }

    /// <summary>Keeps the outputs of a component or of the stack.</summary>
    public void SetOutputs(Urn urn, PropertyMap outputs)
    {
        if (_registered.TryGetValue(urn, out var resource))
            _context.State.Change(resource, resource.State with { Outputs = outputs });
    }

    /// <summary>The provider that a function call or resource of that package uses.</summary>
    public async Task<IResourceManager> ProviderAsync(string token, string? provider, string version, CancellationToken cancellationToken)
    {
        var reference = string.IsNullOrEmpty(provider)
            ? await _defaults.GetAsync(ResourceTypes.PackageOf(token), version, cancellationToken)
            : ProviderReference.Parse(provider);
        return await _context.Providers.GetAsync(reference, cancellationToken);
    }

    private async Task<ResourceState> PlanAsync(Urn urn, Goal goal, Tracked? old, CancellationToken cancellationToken)
    {
        var parent = goal.Parent is { } name ? _goals.GetValueOrDefault(name) : null;
        var needsProvider = goal.Custom && !ResourceTypes.IsProvider(goal.Type);
        ProviderReference? provider = !needsProvider ? null
            : string.IsNullOrEmpty(goal.Provider) ? await _defaults.GetAsync(ResourceTypes.PackageOf(goal.Type), goal.Version, cancellationToken)
            : ProviderReference.Parse(goal.Provider);
        return new ResourceState
        {
            Urn = urn,
            Custom = goal.Custom,
            Id = old?.State.Id ?? "",
            Inputs = goal.Inputs,
            Parent = goal.Parent,
            Provider = provider,
            Protect = goal.Protect ?? parent?.Protect ?? false,
            RetainOnDelete = goal.RetainOnDelete ?? parent?.RetainOnDelete ?? false,
            Dependencies = goal.Dependencies,
            PropertyDependencies = goal.PropertyDependencies,
            AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
            CustomTimeouts = goal.CustomTimeouts,
            DeletedWith = goal.DeletedWith,
            IgnoreChanges = goal.IgnoreChanges,
            ReplaceOnChanges = goal.ReplaceOnChanges,
            ImportId = goal.ImportId,
        };
    }

    // The stack, components and default providers always are.
    private bool IsTargeted(ResourceState planned) =>
        _targets.Includes(planned.Urn, planned.AllDependencies())
        || !planned.Custom
        || ResourceTypes.IsDefaultProvider(planned.Urn);

    // The provider is asked nothing about it: the checked inputs of the last deployment stand in for a check.
    private async Task<Registration> KeepUntargetedAsync(ResourceState planned, Tracked? old, CancellationToken cancellationToken)
    {
        if (old is null)
        {
            _skipped[planned.Urn] = true;
            return new(planned.Urn, "", _context.Preview ? [] : planned.Inputs);
        }

        // Renamed only where an alias says so; all else stays as the state has it.
        var kept = _context.State.Add(old.State.Urn == planned.Urn ? old.State : old.State with { Urn = planned.Urn, Parent = planned.Parent }, old);
        if (kept.State.IsProvider)
            await _context.Providers.UseAsync(kept.State, cancellationToken);
        return new(planned.Urn, kept.State.Id, kept.State.Outputs);
    }

    // Only where the deployment goes on in spite of errors: what depends on a failed resource stays as it is.
    private void SkipWhereDependencyFailed(ResourceState planned, Tracked? old)
    {
        if (!planned.AllDependencies().Any(_failed.ContainsKey))
            return;
        if (old is not null)
            _context.State.Add(old.State, old);
        throw new HaltedException("a resource that it depends on failed");
    }

    private void RefuseSkippedDependencies(ResourceState planned)
    {
        if (planned.AllDependencies().FirstOrDefault(_skipped.ContainsKey) is { } skipped && _skipped.ContainsKey(skipped))
            throw _steps.Report(planned.Urn, $"Resource '{planned.Urn}' depends on '{skipped}', which does not exist yet and was not specified in --target list.");
    }

    private async Task<Tracked> ApplyAsync(Goal goal, ResourceState planned, Tracked? old, CancellationToken cancellationToken)
    {
        var manager = await _context.ManagerOfAsync(planned, cancellationToken);
        if (Importer.IsWanted(goal, old?.State))
            (planned, old) = await _importer.AdoptAsync(goal, planned, manager, old, cancellationToken);
        else if (old is not null && IsToBeRead(old.State, manager))
            old = await _refresher.RefreshAsync(old, manager, cancellationToken);

        var isForced = old is not null && (_targets.Replaces(planned.Urn) || old.State.Taint);
        var startsAnew = old is null || isForced || old.State.External || old.State.PendingReplacement;
        var inputs = startsAnew ? goal.Inputs : DiffReading.Ignoring(goal.Inputs, old!.State.Inputs, goal.IgnoreChanges);
        planned = planned with { Inputs = await CheckAsync(planned.Urn, manager, startsAnew ? null : old!.State.Inputs, inputs, cancellationToken) };
        if (old is null || old.State.External || old.State.PendingReplacement)
            return await _steps.CreateAsync(planned, manager, old, [], cancellationToken);

        var diff = isForced ? DiffResult.Replacement("id") : await DiffAsync(planned, old.State, manager, cancellationToken);
        diff = ReplaceRules.Apply(diff, goal.ReplaceOnChanges);
        var changes = diff.ToChanges(old.State, planned.Inputs);
        if (diff is { HasChanges: true, Replaces: true })
        {
            if (!isForced)
                planned = planned with { Inputs = await CheckAsync(planned.Urn, manager, null, goal.Inputs, cancellationToken) };
            return await _replacements.ReplaceAsync(planned, manager, old, diff.DeleteBeforeReplace, goal.DeleteBeforeReplace, changes, cancellationToken);
        }
        if (diff.HasChanges || old.State.InitErrors.Count > 0)
            return await _steps.UpdateAsync(old, planned, manager, changes, cancellationToken);
        if (planned.IsProvider)
            await _context.Providers.UseAsync(planned, cancellationToken);
        return _steps.Same(old, planned);
    }

    // What '--refresh' read a moment ago is not read again, and a provider that is not configured yet can read nothing.
    private bool IsToBeRead(ResourceState old, IResourceManager manager) =>
        old is { RefreshBeforeUpdate: true, External: false, PendingReplacement: false } && !_context.Options.Refresh && manager is not UnconfiguredProvider;

    private async Task<PropertyMap> CheckAsync(Urn urn, IResourceManager manager, PropertyMap? olds, PropertyMap news, CancellationToken cancellationToken)
    {
        var check = await _context.Gate.RunAsync(() => manager.CheckAsync(urn, olds, news, cancellationToken), cancellationToken);
        if (check.Failures.Count == 0)
            return check.Inputs;
        foreach (var failure in check.Failures.SkipLast(1))
            _context.Events.Say(Severity.Error, urn, Describe(urn, news, failure));
        throw _steps.Report(urn, Describe(urn, news, check.Failures[^1]));
    }

    // The message of Pulumi's engine, which prints the value that the path leads to, secret or not.
    private static string Describe(Urn urn, PropertyMap inputs, CheckFailure failure)
    {
        if (failure.Property.Length == 0)
            return $"{urn.Type} resource '{urn.Name}' has a problem: {failure.Reason}";
        return $"{urn.Type} resource '{urn.Name}': property {failure.Property} value {PropertyText.InEngineError(FindValue(inputs, failure.Property))} has a problem: {failure.Reason}";
    }

    private static PropertyValue? FindValue(PropertyMap inputs, string path)
    {
        try
        {
            return PropertyPath.Parse(path).Find(inputs);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private async Task<DiffResult> DiffAsync(ResourceState planned, ResourceState old, IResourceManager manager, CancellationToken cancellationToken)
    {
        if (planned.DeletedWith is { } owner && _replacements.HasReplaced(owner))
            return DiffResult.Replacement("deletedWith");
        if (planned.Provider is { } provider && old.Provider is { } before && provider != before && !IsSameDefault(provider, before))
            return DiffResult.Replacement("provider");
        return await _context.Gate.RunAsync(() => manager.DiffAsync(old with { Urn = planned.Urn }, planned.Inputs, planned.IgnoreChanges, cancellationToken), cancellationToken);
    }

    // A default provider of another version, or one created again, manages what the old one managed, unless it had to be replaced.
    private bool IsSameDefault(ProviderReference provider, ProviderReference before) =>
        ResourceTypes.IsDefaultProvider(provider.Urn) && ResourceTypes.IsDefaultProvider(before.Urn) && !_replacements.HasReplaced(provider.Urn);
}
