using PulumiNumbers.Emulator;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Projects;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Engine.State;

namespace PulumiNumbers.Tests.Lifecycle.Support;

/// <summary>
/// A stack of its own, under the engine, with the plugin behind its gRPC door and the carriers behind their HTTP. Every run starts the plugin anew:
/// what it knew before is what the state says.
/// </summary>
public sealed class StackBench : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lifecycle-tests-");

    private StackBench(EmulatorServer carriers, BenchOptions options)
    {
        Carriers = carriers;
        Options = new EngineOptions
        {
            StateFolder = _folder.FullName,
            Plugins = options.AsProcess || (Binary is not null && options.PluginClock == TimeProvider.System) ? Processes : new HostedLauncher(options.PluginClock),
            Config = Configuration(carriers.Addresses, options.Configuration),
            Listener = options.Listener,
            Parallel = options.Parallel,
        };
    }

    /// <summary>The carriers.</summary>
    public EmulatorServer Carriers { get; }

    /// <summary>What the engine works with; tests that need another listener or configuration change it between runs.</summary>
    public EngineOptions Options { get; set; }

    /// <summary>The engine, for what no helper does.</summary>
    public StackEngine Engine => new(Options);

    /// <summary>The stack's state as it is saved.</summary>
    public Checkpoint State => Engine.Load();

    /// <summary>Starts carriers that behave and an empty stack.</summary>
    public static async Task<StackBench> StartAsync(BenchOptions? options = null)
    {
        options ??= new BenchOptions();
        return new StackBench(await EmulatorServer.StartAsync(options.Carriers), options);
    }

    /// <summary>A program that needs no token.</summary>
    public static StackProgram Program(Func<ProgramContext, Task> body) => (program, _) => body(program);

    /// <summary>A program of one resource, named <c>one</c>.</summary>
    public static StackProgram One(string token, PropertyMap inputs, RegisterOptions? options = null) =>
        (program, _) => program.RegisterAsync(token, "one", inputs, options);

    /// <summary>A program without resources.</summary>
    public static StackProgram Nothing => (_, _) => Task.CompletedTask;

    /// <summary>Adds to the configuration of the provider, or changes it, from the next run on.</summary>
    public void Configure(string key, string value) =>
        Options = Options with { Config = new Dictionary<string, ConfigValue>(Options.Config, StringComparer.Ordinal) { ["numbers:" + key] = value } };

    /// <summary>Deploys and insists on success.</summary>
    public async Task<DeploymentResult> UpAsync(StackProgram program, DeploymentOptions? deployment = null) =>
        Succeeding(await Engine.UpAsync(program, deployment));

    /// <summary>Deploys and insists on failure.</summary>
    public async Task<DeploymentResult> UpFailsAsync(StackProgram program, DeploymentOptions? deployment = null)
    {
        var result = await Engine.UpAsync(program, deployment);
        Assert.False(result.Succeeded);
        return result;
    }

    /// <summary>Previews and insists on success.</summary>
    public async Task<DeploymentResult> PreviewAsync(StackProgram program, DeploymentOptions? deployment = null) =>
        Succeeding(await Engine.PreviewAsync(program, deployment));

    /// <summary>Refreshes and insists on success.</summary>
    public async Task<DeploymentResult> RefreshAsync() => Succeeding(await Engine.RefreshAsync());

    /// <summary>Destroys and insists on success.</summary>
    public async Task<DeploymentResult> DestroyAsync() => Succeeding(await Engine.DestroyAsync());

    /// <summary>Imports and insists on success.</summary>
    public async Task<DeploymentResult> ImportAsync(string token, string name, string id) => Succeeding(await Engine.ImportAsync(token, name, id));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Carriers.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    /// <summary>The plugin's binary to test instead of the one that is built into the folder of the tests.</summary>
    private static string? Binary => Environment.GetEnvironmentVariable("NUMBERS_PLUGIN");

    private static ProcessLauncher Processes => new(
        new Dictionary<string, string>(StringComparer.Ordinal), [Path.GetDirectoryName(Binary) ?? AppContext.BaseDirectory], TimeProvider.System);

    private static DeploymentResult Succeeding(DeploymentResult result)
    {
        Assert.True(result.Succeeded, string.Join('\n', result.Errors));
        return result;
    }

    private static Dictionary<string, ConfigValue> Configuration(EmulatorAddresses carriers, IReadOnlyDictionary<string, string> more)
    {
        var configuration = new Dictionary<string, ConfigValue>(StringComparer.Ordinal)
        {
            ["numbers:vonageApiKey"] = EmulatorCredentials.VonageApiKey,
            ["numbers:vonageApiSecret"] = ConfigValue.Secret(EmulatorCredentials.VonageApiSecret),
            ["numbers:vonagePoolsUrl"] = carriers.Vonage.AbsoluteUri,
            ["numbers:vonageNumbersUrl"] = carriers.Vonage.AbsoluteUri,
            ["numbers:kpnClientId"] = EmulatorCredentials.KpnClientId,
            ["numbers:kpnClientSecret"] = ConfigValue.Secret(EmulatorCredentials.KpnClientSecret),
            ["numbers:kpnTokenUrl"] = carriers.KpnToken.AbsoluteUri,
            ["numbers:kpnUrl"] = carriers.Kpn.AbsoluteUri,
            ["numbers:sevenApiKey"] = ConfigValue.Secret(EmulatorCredentials.SevenApiKey),
            ["numbers:sevenUrl"] = carriers.Seven.AbsoluteUri,
            ["numbers:portsipUrl"] = carriers.PortSip.AbsoluteUri,
            ["numbers:portsipUsername"] = EmulatorCredentials.PortSipUsername,
            ["numbers:portsipPassword"] = ConfigValue.Secret(EmulatorCredentials.PortSipPassword),
            ["numbers:portsipDomain"] = EmulatorCredentials.PortSipDomain,
        };
        foreach (var (key, value) in more)
            configuration["numbers:" + key] = value;
        return configuration;
    }
}
