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
