using System.Globalization;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.Plugins;
using PulumiNumbers.Engine.Programs;
using PulumiNumbers.Engine.Properties;
using PulumiNumbers.Rpc.Server;
using Pulumirpc;

namespace PulumiNumbers.Tests.Engine.Fakes;

/// <summary>A stack of its own with the fake provider behind real gRPC.</summary>
public sealed class EngineFixture : IAsyncDisposable
{
    public const string Thing = "fake:index:Thing";

    private readonly GrpcServer _server;
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("engine-tests-");

    private EngineFixture(FakeCarrier carrier)
    {
        Carrier = carrier;
        _server = new GrpcServer(new GrpcServerOptions(), methods => ResourceProvider.BindService(methods, new FakeResourceProvider(carrier)));
    }

    public FakeCarrier Carrier { get; }

    public EngineOptions Options { get; set; } = null!;

    public StackEngine Engine => new(Options);

    public string StateFolder => _folder.FullName;

    public static async Task<EngineFixture> StartAsync()
    {
        var fixture = new EngineFixture(new FakeCarrier());
        var port = await fixture._server.StartAsync(CancellationToken.None);
        fixture.Options = new EngineOptions
        {
            StateFolder = fixture._folder.FullName,
            Plugins = new AttachLauncher("fake", "127.0.0.1:" + port.ToString(CultureInfo.InvariantCulture)),
        };
        return fixture;
    }

    /// <summary>A program of things, each named with its inputs, registered one after another.</summary>
    public static StackProgram Things(params (string Name, PropertyMap Inputs)[] things) => async (program, _) =>
    {
        foreach (var (name, inputs) in things)
            await program.RegisterAsync(Thing, name, inputs);
    };

    /// <summary>A program that needs no token.</summary>
    public static StackProgram Program(Func<ProgramContext, Task> body) => (program, _) => body(program);

    /// <summary>A program of one thing with options.</summary>
    public static StackProgram OneThing(PropertyMap inputs, RegisterOptions? options = null) => (program, _) => program.RegisterAsync(Thing, "one", inputs, options);

    /// <summary>Deploys and insists on success.</summary>
    public async Task<DeploymentResult> UpAsync(StackProgram program, DeploymentOptions? options = null)
    {
        var result = await Engine.UpAsync(program, options);
        Assert.True(result.Succeeded, string.Join('\n', result.Errors));
        return result;
    }

    /// <summary>The calls of a kind, in order.</summary>
    public IReadOnlyList<string> Calls(params string[] methods) => [.. Carrier.Calls.Where(c => methods.Contains(c.Split(' ')[0], StringComparer.Ordinal))];

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
