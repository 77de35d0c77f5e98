namespace PulumiNumbers.Plugin.Authoring;

/// <summary>
/// What the plugin processes of one deployment have in common. An engine starts a process for each provider resource; all of them get one
/// engine address and are children of one process. The update after a preview gets another address.
/// </summary>
/// <param name="EngineAddress">The engine's <c>host:port</c>; null where there is no engine yet.</param>
/// <param name="Project">The project's name; empty where no URN was seen yet.</param>
/// <param name="Stack">The stack's name; empty where no URN was seen yet.</param>
/// <param name="EngineProcessId">The process that started this one; null where the system does not say.</param>
public sealed record DeploymentIdentity(string? EngineAddress, string Project, string Stack, int? EngineProcessId);
