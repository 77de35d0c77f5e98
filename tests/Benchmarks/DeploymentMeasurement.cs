using PulumiNumbers.Emulator;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Projects;
using PulumiNumbers.Engine.Properties;

namespace PulumiNumbers.Benchmarks;

/// <summary>Whole deployments of numbers and one membership of 10,000, under the engine of tests/Engine, beside the emulated carriers.</summary>
internal static class DeploymentMeasurement
{
    private const int Members = 10_000;

    private static readonly int[] Sizes = [100, 1_000];

    public static async Task<IReadOnlyList<Sample>> MeasureAsync(IReadOnlyList<Plugin> plugins, TextWriter progress, CancellationToken cancellationToken)
    {
        var samples = new List<Sample>();
        foreach (var plugin in plugins.Where(plugin => plugin.Arguments.Count == 0))
        {
            foreach (var numbers in Sizes)
            {
                await progress.WriteLineAsync($"deployment of {numbers} numbers: {plugin.Name}");
                await DeployAsync(plugin, numbers, samples, cancellationToken);
            }
        }

        return samples;
    }

    private static async Task DeployAsync(Plugin plugin, int numbers, List<Sample> samples, CancellationToken cancellationToken)
    {
        await using var carriers = await EmulatorServer.StartAsync(new EmulatorOptions { VonageOwnedNumbers = 0 }, cancellationToken: cancellationToken);
        var members = carriers.Vonage.Account.SubscribeMany(Members);
        var state = Directory.CreateTempSubdirectory("numbers-bench-");
        try
        {
            var engine = new StackEngine(new EngineOptions
            {
                StateFolder = state.FullName,
                Plugins = new ProcessLauncher(
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["numbers"] = Path.GetDirectoryName(Path.GetFullPath(plugin.File))! }, [], TimeProvider.System),
                Config = Configuration(carriers),
            });
            var program = Program(numbers, members);
            Add("preview", await engine.PreviewAsync(program, cancellationToken: cancellationToken));
            Add("up", await engine.UpAsync(program, cancellationToken: cancellationToken));
            Add("preview without changes", await engine.PreviewAsync(program, cancellationToken: cancellationToken));
            Add("refresh", await engine.RefreshAsync(cancellationToken: cancellationToken));
            Add("destroy", await engine.DestroyAsync(cancellationToken: cancellationToken));
        }
        finally
        {
            state.Delete(recursive: true);
        }

        void Add(string what, DeploymentResult result)
        {
            if (!result.Succeeded)
                throw new InvalidOperationException($"{what} of {numbers} failed: {string.Join('\n', result.Errors.Take(3))}");
            samples.Add(new Sample(plugin, new Figure($"{what}, {numbers} numbers and a membership of {Members}, per number", "ms"), result.Duration.TotalMilliseconds / numbers));
        }
    }

    private static StackProgram Program(int numbers, IReadOnlyList<string> members) => async (program, _) =>
    {
        var owned = Enumerable.Range(0, numbers).Select(index => program.RegisterAsync(
            "numbers:index:OwnedNumber",
            $"number-{index}",
            new PropertyMap { ["carrier"] = "seven", ["country"] = "DE" }));
        var pool = await program.RegisterAsync("numbers:index:NumberPool", "pool", new PropertyMap { ["poolId"] = "support" });
        await program.RegisterAsync(
            "numbers:index:PoolMembership",
            "members",
            new PropertyMap { ["poolId"] = pool["poolId"], ["numbers"] = PropertyValue.Of([.. members]) });
        await Task.WhenAll(owned);
    };

    private static Dictionary<string, ConfigValue> Configuration(EmulatorServer carriers) => new(StringComparer.Ordinal)
    {
        ["numbers:vonageApiKey"] = EmulatorCredentials.VonageApiKey,
        ["numbers:vonageApiSecret"] = ConfigValue.Secret(EmulatorCredentials.VonageApiSecret),
        ["numbers:vonagePoolsUrl"] = carriers.Addresses.Vonage.AbsoluteUri,
        ["numbers:vonageNumbersUrl"] = carriers.Addresses.Vonage.AbsoluteUri,
        ["numbers:sevenApiKey"] = ConfigValue.Secret(EmulatorCredentials.SevenApiKey),
        ["numbers:sevenUrl"] = carriers.Addresses.Seven.AbsoluteUri,
    };
}
