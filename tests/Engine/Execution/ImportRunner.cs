using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Planning;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>Carries out the <c>import</c> command.</summary>
internal sealed class ImportRunner(DeploymentContext context)
{
    public async Task RunAsync(IReadOnlyList<ImportEntry> entries, CancellationToken cancellationToken)
    {
        var registrar = new ResourceRegistrar(context, new StepRunner(context), new OldResources(context.State));
        var engine = context.Engine;
        var stack = await registrar.RegisterAsync(new Goal { Type = ResourceTypes.Stack, Name = $"{engine.Project}-{engine.Stack}", Custom = false }, cancellationToken);
        foreach (var entry in entries)
        {
            var goal = new Goal
            {
                Type = entry.Type,
                Name = entry.Name,
                Custom = true,
                Parent = entry.Parent ?? stack.Urn,
                Provider = entry.Provider is { } provider ? ReferenceTo(provider) : null,
                Protect = context.Options.ProtectImports,
                Version = entry.Version ?? await VersionAsync(entry.Type, cancellationToken),
            };
            await registrar.ImportAsync(goal, entry.Id, entry.Inputs is { } inputs && entry.Outputs is { } outputs ? (inputs, outputs) : null, cancellationToken);
        }
    }

    private string ReferenceTo(Urn provider)
    {
        var state = context.State.Snapshot().Resources.FirstOrDefault(r => r.Urn == provider && !r.Delete)
            ?? throw new EngineException($"The stack has no provider '{provider}'.");
        return new ProviderReference(provider, state.Id).ToString();
    }

    // The program will ask for its package's version; the plugin that is there is the best guess at it.
    private async Task<string> VersionAsync(string type, CancellationToken cancellationToken)
    {
        var provider = ResourceTypes.ProviderOf(ResourceTypes.PackageOf(type));
        var known = context.State.Previous.Select(r => r.State).FirstOrDefault(r => string.Equals(r.Type, provider, StringComparison.Ordinal) && ResourceTypes.IsDefaultProvider(r.Urn));
        if (known?.Inputs.Find("version") is { Kind: Properties.PropertyKind.String } version)
            return version.AsString;
        return known is not null ? "" : await context.Providers.VersionOfAsync(Urn.Of(context.Engine.Stack, context.Engine.Project, null, provider, "version"), cancellationToken);
    }
}

/// <summary>Takes resources that exist already into the stack.</summary>
internal sealed class Importer(DeploymentContext context, StepRunner steps)
{
    /// <summary>Whether the program asks for an import that has not been done yet.</summary>
    public static bool IsWanted(Goal goal, ResourceState? old) => goal.ImportId.Length > 0
        && (old is null
            || (!string.Equals(old.ImportId, goal.ImportId, StringComparison.Ordinal) && !string.Equals(old.Id, goal.ImportId, StringComparison.Ordinal)));

    /// <summary>
    /// Reads the resource and puts it in the state as if it had always been there; what the program wants of it is then diffed as for any other. A program
    /// that describes it differently would change it without having been asked to, so that is an error.
    /// </summary>
    public async Task<(ResourceState Planned, Tracked Adopted)> AdoptAsync(
        Goal goal, ResourceState planned, IResourceManager manager, Tracked? old, CancellationToken cancellationToken)
    {
        if (old is not null)
            throw steps.Report(planned.Urn, $"It is in the stack already, with the id '{old.State.Id}'; it cannot be imported again from '{goal.ImportId}'.");
        var found = await FindAsync(planned, goal.ImportId, manager, cancellationToken);
        var check = await context.Gate.RunAsync(() => manager.CheckAsync(planned.Urn, found.Inputs, goal.Inputs, cancellationToken), cancellationToken);
        if (check.Failures.Count == 0)
        {
            var inputs = DiffReading.Ignoring(check.Inputs, found.Inputs, goal.IgnoreChanges);
            var diff = await context.Gate.RunAsync(() => manager.DiffAsync(found, inputs, goal.IgnoreChanges, cancellationToken), cancellationToken);
            if (diff.HasChanges)
                Refuse(found, diff.ToChanges(found, inputs).Select(c => ChangeText.Of(c)));
        }
        var adopted = steps.Import(found, old: null);
        return (planned with { Id = found.Id }, adopted);
    }

    /// <summary>Reads a resource to be imported.</summary>
    public async Task<ResourceState> FindAsync(ResourceState planned, string id, IResourceManager manager, CancellationToken cancellationToken)
    {
        var found = await context.Gate.RunAsync(() => manager.ReadAsync(planned.Urn, id, null, null, cancellationToken), cancellationToken)
            ?? throw steps.Report(planned.Urn, $"There is no {planned.Type} with the id '{id}' to import.");
        var now = context.Engine.TimeProvider.GetUtcNow();
        return planned with
        {
            Id = found.Id,
            ImportId = id,
            Inputs = found.Inputs ?? throw steps.Report(planned.Urn, $"The provider read '{id}' without saying its inputs, so that it cannot be imported."),
            Outputs = found.Outputs,
            InitErrors = found.Problems,
            RefreshBeforeUpdate = found.RefreshBeforeUpdate,
            Created = now,
            Modified = now,
        };
    }

    private void Refuse(ResourceState found, IEnumerable<string> changes)
    {
        var message = "The program describes it differently; importing it would change it:\n    " + string.Join("\n    ", changes);
        if (!context.Preview)
            throw steps.Report(found.Urn, message);
        context.Events.Say(Severity.Warning, found.Urn, message);
    }
}
