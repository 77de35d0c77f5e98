using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulumi;
using Pulumi.Running;

namespace PulumiNumbers.Tests.Sdk.Fakes;

/// <summary>An engine on a port of this machine, under which programs run in the test's own process.</summary>
internal sealed class FakeEngine : IAsyncDisposable
{
    private readonly WebApplication _server;

    private FakeEngine(WebApplication server, FakeMonitor monitor, FakeLog log)
    {
        _server = server;
        Monitor = monitor;
        Log = log;
    }

    public FakeMonitor Monitor { get; }

    public FakeLog Log { get; }

    public string Address => new Uri(_server.Urls.Single()).Authority;

    public static async Task<FakeEngine> StartAsync(FakeMonitor? monitor = null)
    {
        var resources = monitor ?? new FakeMonitor();
        var log = new FakeLog();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, port: 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = grpc.MaxSendMessageSize = null);
        builder.Services.AddSingleton(resources).AddSingleton(log);
        var server = builder.Build();
        server.MapGrpcService<FakeMonitor>();
        server.MapGrpcService<FakeLog>();
        await server.StartAsync();
        return new FakeEngine(server, resources, log);
    }

    public ProgramSettings Settings(params IEnumerable<(string Key, string Value)> config) => new()
    {
        Monitor = Address,
        Engine = Address,
        Project = "project",
        Stack = "stack",
        IsDryRun = Monitor.IsDryRun,
        Config = config.ToImmutableDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal),
    };

    /// <summary>Runs a program and answers its exit code.</summary>
    public Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> program, params IEnumerable<(string Key, string Value)> config) =>
        Deployment.RunAsync(Settings(config), program, CancellationToken.None);

    /// <inheritdoc cref="RunAsync(Func{Task{IDictionary{string, object}}}, IEnumerable{ValueTuple{string, string}})"/>
    public Task<int> RunAsync(Action program, params IEnumerable<(string Key, string Value)> config) => RunAsync(
        () =>
        {
            program();
            return Task.FromResult<IDictionary<string, object?>>(ImmutableDictionary<string, object?>.Empty);
        },
        config);

    /// <summary>Runs a program that must succeed, with results.</summary>
    public async Task SucceedAsync(Func<Task<IDictionary<string, object?>>> program, params IEnumerable<(string Key, string Value)> config)
    {
        var exitCode = await RunAsync(program, config);
        Assert.Equal((0, ""), (exitCode, string.Join('\n', Log.Errors)));
    }

    /// <summary>Runs a program that must succeed.</summary>
    public async Task SucceedAsync(Action program, params IEnumerable<(string Key, string Value)> config)
    {
        var exitCode = await RunAsync(program, config);
        Assert.Equal((0, ""), (exitCode, string.Join('\n', Log.Errors)));
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
