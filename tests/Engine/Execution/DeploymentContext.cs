using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Engine.Execution;

/// <summary>What the parts of one deployment share.</summary>
internal sealed record DeploymentContext
{
    public required EngineOptions Engine { get; init; }

    public required DeploymentOptions Options { get; init; }

    /// <summary>Whether to say what would be done instead of doing it.</summary>
    public required bool Preview { get; init; }

    public required StackState State { get; init; }

    public required EventRecorder Events { get; init; }

    public required ProviderRegistry Providers { get; init; }

    public required Gate Gate { get; init; }

    public Halt Halt { get; } = new();

    public ComponentManager Components { get; } = new();

    /// <summary>What manages a resource that the state or the run knows.</summary>
    public async Task<IResourceManager> ManagerOfAsync(ResourceState state, CancellationToken cancellationToken) => state switch
    {
        { IsProvider: true } => Providers,
        { Custom: false } => Components,
        { Provider: { } provider } => await Providers.GetAsync(provider, cancellationToken),
        _ => throw new EngineException($"{state.Urn} has no provider in the state."),
    };
}
