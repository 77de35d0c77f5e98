using PulumiNumbers.Emulator.Accounting;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.Kpn;
using PulumiNumbers.Emulator.Log;
using PulumiNumbers.Emulator.PortSip;
using PulumiNumbers.Emulator.Seven;
using PulumiNumbers.Emulator.State;
using PulumiNumbers.Emulator.Vonage;

namespace PulumiNumbers.Emulator;

/// <summary>
/// The four carriers on one loopback port, with control of their state, faults and billing. Everything here may be used from any thread while the server answers requests.
/// </summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly EmulatorState _state;
    private readonly StateFile? _file;
    private readonly EmulatorHost _host;

    private EmulatorServer(EmulatorOptions options, TimeProvider timeProvider)
    {
        var clock = new AdvanceableTimeProvider(timeProvider);
        _state = new EmulatorState(options, clock);
        _file = options.StateFile is { } path ? new StateFile(path) : null;
        Billing = new Billing(_state);
        Vonage = new VonageCarrier(_state);
        Kpn = new KpnCarrier(_state, clock);
        Seven = new SevenCarrier(_state);
        PortSip = new PortSipExchange(_state, clock);
        _host = new EmulatorHost(this, _state, _file);
    }

    /// <summary>Where the server listens: <c>http://127.0.0.1:port</c>, or https with a certificate.</summary>
    public Uri BaseAddress => _host.BaseAddress;

    /// <summary>The carriers' base addresses and the environment by which a provider finds them.</summary>
    public EmulatorAddresses Addresses => new(BaseAddress);

    /// <summary>Vonage Numbers and Number Pools.</summary>
    public VonageCarrier Vonage { get; }

    /// <summary>KPN Phone Numbers.</summary>
    public KpnCarrier Kpn { get; }

    /// <summary>seven Numbers.</summary>
    public SevenCarrier Seven { get; }

    /// <summary>The PortSIP PBX.</summary>
    public PortSipExchange PortSip { get; }

    /// <summary>How the carriers misbehave.</summary>
    public FaultInjector Faults { get; } = new();

    /// <summary>What reached the carriers.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>What was bought and released.</summary>
    public Billing Billing { get; }

    /// <inheritdoc cref="Billing" />
    public Billing Ledger => Billing;

    /// <summary>The emulator's time: that of its time provider, and what it was put forward.</summary>
    public DateTimeOffset Now => _state.Now;

    /// <summary>How the carriers behave; may be changed at any time.</summary>
    public EmulatorBehavior Behavior
    {
        get
        {
            lock (_state.Gate)
                return _state.Behavior;
        }

        set
        {
            lock (_state.Gate)
                _state.Behavior = value;
        }
    }

    /// <summary>Starts the carriers; they respond when this returns.</summary>
    /// <param name="options">How they are set up.</param>
    /// <param name="timeProvider">The clock of tokens, quotas, rentals and expiry; real time unless given.</param>
    /// <param name="cancellationToken">Ends the attempt to start.</param>
    public static async Task<EmulatorServer> StartAsync(
        EmulatorOptions? options = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        var server = new EmulatorServer(options ?? new EmulatorOptions(), timeProvider ?? TimeProvider.System);
        await server.OpenAsync(cancellationToken);
        return server;
    }

    /// <summary>Puts the emulator's time forward: tokens and quotas expire, lagging reads catch up, deferred effects happen.</summary>
    public void AdvanceTime(TimeSpan by) => _state.Clock.Advance(by);

    /// <summary>Puts everything back to how it started, except the time: state, behavior, faults, competitors, tokens, billing and log.</summary>
    public async Task ResetAsync()
    {
        lock (_state.Gate)
        {
            _state.Replace(new EmulatorData());
            _state.Behavior = _state.Options.Behavior;
            Vonage.Reset();
            Kpn.Reset();
            Seven.Reset();
            PortSip.Reset();
            Seed();
        }

        Faults.Clear();
        Requests.Clear();
        await SaveAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await SaveAsync();
        _file?.Dispose();
    }

    /// <summary>Adds to what accounts, pools and the PBX hold, without the carriers' APIs.</summary>
    public void Arrange(SeedInventory inventory)
    {
        lock (_state.Gate)
            inventory.Apply(this);
    }

    internal Task SaveAsync() => _file?.SaveAsync(_state) ?? Task.CompletedTask;

    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_file?.Load() is { } saved)
            _state.Replace(saved);
        else
            Seed();
        await _host.StartAsync(cancellationToken);
    }

    private void Seed()
    {
        Vonage.Seed();
        Arrange(_state.Options.Inventory);
    }
}
