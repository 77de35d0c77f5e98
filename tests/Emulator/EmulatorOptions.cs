using System.Security.Cryptography.X509Certificates;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.Kpn;


namespace PulumiNumbers.Emulator;

/// <summary>How the emulated carriers are set up.</summary>
public sealed record EmulatorOptions
{
    /// <summary>TCP port on the loopback address; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>With a certificate (and its private key) the carriers speak https; without, http.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>A file that keeps the carriers' state between runs, written before a response that changed it goes out. None: memory only.</summary>
    public string? StateFile { get; init; }

    /// <summary>How many numbers, from 447700900000 on, the Vonage account rents from the start. 0 to 500.</summary>
    public int VonageOwnedNumbers { get; init; } = 200;

    /// <summary>How the carriers behave at first, and again after a reset.</summary>
    public EmulatorBehavior Behavior { get; init; } = EmulatorProfile.Default;

    /// <summary>What accounts, pools and the PBX hold at first, beside <see cref="VonageOwnedNumbers"/>.</summary>
    public SeedInventory Inventory { get; init; } = new();

    /// <summary>Lifetime of a KPN access token.</summary>
    public TimeSpan KpnTokenLifetime { get; init; } = TimeSpan.FromSeconds(3599);

    /// <summary>Lifetime of a PortSIP access token.</summary>
    public TimeSpan PortSipTokenLifetime { get; init; } = TimeSpan.FromSeconds(1800);

    /// <summary>KPN's quota.</summary>
    public KpnQuota KpnQuota { get; init; } = new();

    /// <summary>The clock that delay faults wait on. Real time unless given: a client's timeout runs on it too.</summary>
    public TimeProvider DelayClock { get; init; } = TimeProvider.System;
}
