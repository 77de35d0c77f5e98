using PulumiNumbers.Engine.Events;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Projects;
using PulumiNumbers.Engine.Secrets;

namespace PulumiNumbers.Engine;

/// <summary>The stack that a <see cref="StackEngine"/> works on and what it works with.</summary>
public sealed record EngineOptions
{
    /// <summary>The project's name.</summary>
    public string Project { get; init; } = "numbers-test";

    /// <summary>The stack's name.</summary>
    public string Stack { get; init; } = "dev";

    /// <summary>The stack's configuration, keys in full (<c>numbers:vonageApiKey</c>).</summary>
    public IReadOnlyDictionary<string, ConfigValue> Config { get; init; } = new Dictionary<string, ConfigValue>(StringComparer.Ordinal);

    /// <summary>The folder of the stack's state.</summary>
    public required string StateFolder { get; init; }

    /// <summary>Where provider plugins come from.</summary>
    public required IPluginLauncher Plugins { get; init; }

    /// <summary>Encrypts secrets in the state. The default lasts as long as the options do: for stacks that tests make and forget.</summary>
    public ICrypter Crypter { get; init; } = PassphraseCrypter.Ephemeral();

    /// <summary>How many operations on resources may be under way at once.</summary>
    public int Parallel { get; init; } = 16;

    /// <summary>Plugins that end in the middle of a call.</summary>
    public IReadOnlyList<PluginKill> Kills { get; init; } = [];

    /// <summary>The project's folder, sent to plugins; null: not sent.</summary>
    public string? ProjectFolder { get; init; }

    /// <summary>The program's folder, likewise.</summary>
    public string? ProgramFolder { get; init; }

    /// <summary>Hears what happens while it happens.</summary>
    public IEngineListener Listener { get; init; } = new EngineListener();

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
