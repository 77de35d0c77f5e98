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

/// <summary>How much is shown.</summary>
/// <param name="EveryChange">Every changed property, however many there are.</param>
/// <param name="ShowSecrets">Secrets as plain text.</param>
internal sealed record ViewOptions(bool EveryChange, bool ShowSecrets);
