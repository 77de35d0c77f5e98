using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PulumiNumbers.Rpc.Server;

/// <summary>
/// Serves gRPC over plaintext HTTP/2 on loopback. It is Kestrel without a host, a pipeline or routing around it: a plugin is
/// started for every command that a user types, and those would cost more time than the rest of its start.
/// </summary>
public sealed class GrpcServer : IAsyncDisposable
{
    private readonly KestrelServer _kestrel;
    private readonly GrpcApplication _application;
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>A server that is not listening yet.</summary>
    /// <param name="options">How it serves.</param>
    /// <param name="services">What it serves.</param>
    public GrpcServer(GrpcServerOptions options, params IEnumerable<ServerServiceDefinition> services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);

        var methods = new ServerMethods(options);
        foreach (var service in services)
            service.BindService(methods);
        _application = new GrpcApplication(methods, options, _stopping.Token);
        _kestrel = new KestrelServer(
            Options.Create(KestrelConfiguration.Create(options)),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    /// <summary>The port that the server listens on.</summary>
    /// <exception cref="InvalidOperationException">It has not been started.</exception>
    public int Port
    {
        get => field > 0 ? field : throw new InvalidOperationException("The server has not been started.");
        private set;
    }

    /// <summary>Begins to listen on 127.0.0.1.</summary>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The port.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        await _kestrel.StartAsync(_application, cancellationToken);
        var address = _kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return Port = BindingAddress.Parse(address).Port;
    }

    /// <summary>
    /// Takes no further calls and waits for those under way. When the token is cancelled they are told to end and their
    /// connections are closed.
    /// </summary>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var abort = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), _stopping);
        await _kestrel.StopAsync(cancellationToken);
    }

    /// <summary>Stops at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _kestrel.StopAsync(new CancellationToken(canceled: true));
        _kestrel.Dispose();
        _stopping.Dispose();
    }
}
