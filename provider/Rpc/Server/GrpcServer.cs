using System.Net;
using Grpc.Core;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace PulumiNumbers.Rpc.Server;

/// <summary>
/// Serves gRPC over plaintext HTTP/2 on loopback. It is Kestrel without a web host: a plugin is started for every command that a user
/// types, and a host would cost more time than the rest of its start.
/// </summary>
public sealed class GrpcServer : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly KestrelServer _kestrel;
    private readonly GrpcApplication _application;

    /// <summary>A server that is not listening yet.</summary>
    /// <param name="options">How it serves.</param>
    /// <param name="services">What it serves: each binds the methods of one service, as generated <c>BindService</c> methods do.</param>
    public GrpcServer(GrpcServerOptions options, params IEnumerable<Action<ServiceBinderBase>> services)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(services);

        _services = CreateServices(options);
        var endpoints = new GrpcEndpoints(_services);
        foreach (var bind in services)
            bind(endpoints);
        _application = new GrpcApplication(endpoints, _services);
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
    /// <returns>The port.</returns>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task<int> StartAsync(CancellationToken cancellationToken)
    {
        await _kestrel.StartAsync(_application, cancellationToken);
        var address = _kestrel.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single();
        return Port = BindingAddress.Parse(address).Port;
    }

    /// <summary>Accepts no further calls and waits for those under way.</summary>
    /// <param name="cancellationToken">Ends the waiting: the calls are cancelled and their connections are closed.</param>
    public Task StopAsync(CancellationToken cancellationToken) => _kestrel.StopAsync(cancellationToken);

    /// <summary>Stops at once.</summary>
    public async ValueTask DisposeAsync()
    {
        await _kestrel.StopAsync(new CancellationToken(canceled: true));
        _kestrel.Dispose();
        await _services.DisposeAsync();
    }

    private static ServiceProvider CreateServices(GrpcServerOptions options)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance);
        services.AddSingleton(new ErrorInterceptor(options));
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = options.MaxMessageBytes;
            grpc.MaxSendMessageSize = options.MaxMessageBytes;
            grpc.EnableDetailedErrors = false;
            grpc.IgnoreUnknownServices = true;
            grpc.Interceptors.Add<ErrorInterceptor>();
        });
        return services.BuildServiceProvider();
    }
}
