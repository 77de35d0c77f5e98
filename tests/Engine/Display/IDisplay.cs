using PulumiNumbers.Engine.Events;

namespace PulumiNumbers.Engine.Display;

/// <summary>Shows a deployment while it runs and what came of it.</summary>
internal interface IDisplay : IEngineListener, IAsyncDisposable
{
    /// <summary>The deployment, or its preview, begins.</summary>
    void Begin(bool preview);

    /// <summary>It has ended.</summary>
    Task EndAsync(DeploymentResult result);
}
