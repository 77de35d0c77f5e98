using Grpc.Net.Client;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Serving;
using PulumiNumbers.Rpc.Client;
using Pulumirpc;

namespace PulumiNumbers.Tests.Plugin.Fakes;

/// <summary>A running plugin with boxes, notes and echoes, and a client at its door.</summary>
public sealed class FakePlugin : IAsyncDisposable
{
    private readonly PluginServer _server;
    private GrpcChannel? _channel;

    private FakePlugin(TimeProvider timeProvider, IReadOnlyDictionary<string, string> environment)
    {
        Definition = Define(Boxes, Configuration);
        _server = new PluginServer(Definition, new PluginOptions
        {
            TimeProvider = timeProvider,
            Environment = environment.GetValueOrDefault,
            Diagnostics = Diagnostics,
        });
    }

    public Boxes Boxes { get; } = new();

    public FakeConfiguration Configuration { get; } = new();

    public ProviderDefinition Definition { get; }

    public StringWriter Diagnostics { get; } = new();

    public int Port { get; private set; }

    public ResourceProvider.ResourceProviderClient Client { get; private set; } = null!;

    public static ProviderDefinition Define(Boxes boxes, FakeConfiguration configuration) => new()
    {
        Package = new PackageMetadata
        {
            Name = "fake",
            Version = "1.2.3",
            DisplayName = "Fake",
            Description = "Boxes and notes.",
            Keywords = ["kind/native"],
            License = "Apache-2.0",
            CSharpPackageReferences = new Dictionary<string, string>(StringComparer.Ordinal) { ["Pulumi"] = "3.*" },
        },
        Configuration = configuration,
        Resources = [new Box(boxes), new Note()],
        Functions = [new Echo()],
        Explain = exception => exception is WorkshopException
            ? new ResourceException(FailureKind.Unavailable, $"The workshop says: {exception.Message}")
            : null,
    };

    public static async Task<FakePlugin> StartAsync(
        TimeProvider? timeProvider = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var plugin = new FakePlugin(timeProvider ?? TimeProvider.System, environment ?? new Dictionary<string, string>(StringComparer.Ordinal));
        plugin.Port = await plugin._server.StartAsync(CancellationToken.None);
        plugin._channel = PlaintextChannel.ForAddress($"127.0.0.1:{plugin.Port}");
        plugin.Client = new ResourceProvider.ResourceProviderClient(plugin._channel);
        return plugin;
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        await _server.DisposeAsync();
        await Diagnostics.DisposeAsync();
    }
}
