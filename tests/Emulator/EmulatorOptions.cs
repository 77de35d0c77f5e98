using System.Security.Cryptography.X509Certificates;
using PulumiNumbers.Emulator.Inventory;
using PulumiNumbers.Emulator.Kpn;
using PulumiNumbers.Emulator.Vonage.Pools;

namespace PulumiNumbers.Emulator;

/// <summary>How the emulated carriers are set up. The defaults are carriers that behave.</summary>
public sealed record EmulatorOptions
{
    /// <summary>TCP port on the loopback address; 0 picks a free one.</summary>
    public int Port { get; init; }

    /// <summary>With a certificate (and its private key) the carriers speak https; without, http.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>A file that keeps the carriers' state between runs, written before an answer that changed it goes out. None: memory only.</summary>
    public string? StateFile { get; init; }

    /// <summary>How many numbers, from 447700900000 on, the Vonage account rents from the start. 0 to 500.</summary>
    public int VonageOwnedNumbers { get; init; } = 200;

    /// <summary>Whether the account may delete pools through the API.</summary>
    public PoolDeletion PoolDeletion { get; init; } = PoolDeletion.Allowed;

    /// <summary>Which of the documented success statuses the pool service answers with.</summary>
    public PoolAnswerStyle PoolAnswers { get; init; } = PoolAnswerStyle.Reference;

    /// <summary>Whether the inner errors of a partial removal are wrapped in <c>error</c>.</summary>
    public RemovalErrorShape RemovalErrors { get; init; } = RemovalErrorShape.Alternating;

    /// <summary>How long a number bought through the Numbers API stays unknown to the pool service.</summary>
    public TimeSpan PoolAdmissionDelay { get; init; }

    /// <summary>How many times the pool service says that it does not know a freshly bought number. Counts attempts, not time.</summary>
    public int PoolAdmissionRefusals { get; init; }

    /// <summary>The largest <c>page_size</c> that the pool service accepts.</summary>
    public int PoolMaxPageSize { get; init; } = 100;

    /// <summary>What becomes of a cancelled number.</summary>
    public ReleasedNumbers ReleasedNumbers { get; init; } = ReleasedNumbers.ReturnToStock;

    /// <summary>HTTP status under which KPN sends a failed method's body: 200 or 420. The facts have both.</summary>
    public int KpnFailureStatus { get; init; } = 200;

    /// <summary>HTTP status under which Vonage's Numbers API sends a failed method's body: 200 or 420.</summary>
    public int VonageFailureStatus { get; init; } = 420;

    /// <summary>HTTP status under which seven sends its bare-number errors: 200 or a 4xx.</summary>
    public int SevenErrorStatus { get; init; } = 200;

    /// <summary>Lifetime of a KPN access token.</summary>
    public TimeSpan KpnTokenLifetime { get; init; } = TimeSpan.FromSeconds(3599);

    /// <summary>Lifetime of a PortSIP access token.</summary>
    public TimeSpan PortSipTokenLifetime { get; init; } = TimeSpan.FromSeconds(1800);

    /// <summary>KPN's quota.</summary>
    public KpnQuota KpnQuota { get; init; } = new();

    /// <summary>The clock that delay faults wait on. Real time unless given: a client's timeout runs on it too.</summary>
    public TimeProvider DelayClock { get; init; } = TimeProvider.System;
}
