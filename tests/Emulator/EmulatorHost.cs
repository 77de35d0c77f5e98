using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using PulumiNumbers.Emulator.Control;
using PulumiNumbers.Emulator.Http;
using PulumiNumbers.Emulator.Kpn;
using PulumiNumbers.Emulator.PortSip;
using PulumiNumbers.Emulator.Seven;
using PulumiNumbers.Emulator.State;
using PulumiNumbers.Emulator.Vonage;

namespace PulumiNumbers.Emulator;

/// <summary>The web server behind <see cref="EmulatorServer"/>.</summary>
internal sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    public EmulatorHost(EmulatorServer emulator, EmulatorState state, StateFile? file)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, state.Options.Port, listen =>
            {
                if (state.Options.Certificate is { } certificate)
                    listen.UseHttps(certificate);
            });
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton<IHostLifetime, NoSignals>();
        _app = builder.Build();
        ControlEndpoints.Map(_app, emulator);

        var writer = new ResponseWriter(state.Options.DelayClock, _app.Lifetime.ApplicationStopping);
        var dispatcher = new CarrierDispatcher(state, emulator.Faults, emulator.Requests, file, writer);
        foreach (var api in Apis(emulator, state))
            Map(dispatcher, api);
        _app.MapFallback(http => RejectUnknownBaseAsync(http, state));
    }

    public Uri BaseAddress => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public Task StartAsync(CancellationToken cancellationToken) => _app.StartAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static IEnumerable<ICarrierApi> Apis(EmulatorServer emulator, EmulatorState state)
    {
        yield return new VonageApi(emulator.Vonage, state);
        yield return new KpnApi(emulator.Kpn, state);
        yield return new SevenApi(emulator.Seven, state);
        yield return new PortSipApi(emulator.PortSip, state);
    }

    // What a client with a mistyped base address meets: no carrier at all, but a web server or gateway.
    private static Task RejectUnknownBaseAsync(HttpContext http, EmulatorState state)
    {
        CarrierResponse response;
        lock (state.Gate)
        {
            response = GatewayResponses.Apply(
                CarrierResponse.Empty(HttpStatusCode.NotFound), state.Behavior.GatewayErrors, http.TraceIdentifier, state.NextTurn("gateway"));
        }

        http.Response.StatusCode = response.Status;
        http.Response.ContentType = response.ContentType;
        return http.Response.WriteAsync(response.Body, http.RequestAborted);
    }

    private void Map(CarrierDispatcher dispatcher, ICarrierApi api)
    {
        var prefix = "/" + api.Name;
        foreach (var endpoint in api.Endpoints)
        {
            _app.MapMethods(prefix + endpoint.Template, [endpoint.Method], http => DispatchAsync(http, endpoint));
        }

        _app.Map(prefix + "/{**rest}", http => DispatchAsync(http, endpoint: null));

        Task DispatchAsync(HttpContext http, CarrierEndpoint? endpoint) =>
            dispatcher.DispatchAsync(http, api, endpoint, (http.Request.Path.Value ?? "")[prefix.Length..]);
    }
}

/// <summary>
/// Leaves the process's signals alone: an emulator inside a test run, or beside a deployment that is busy with its own cancellation, must go on answering.
/// </summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
