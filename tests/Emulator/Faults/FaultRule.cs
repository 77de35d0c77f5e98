using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PulumiNumbers.Emulator.Faults;

/// <summary>Which requests go wrong, and how. A criterion that is left out matches everything; the first rule that matches applies.</summary>
public sealed record FaultRule
{
    /// <summary>How it goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>One of <see cref="CarrierNames"/>.</summary>
    public string? Carrier { get; init; }

    /// <summary>HTTP method.</summary>
    public string? Method { get; init; }

    /// <summary>
    /// Pattern of the whole path, with or without the carrier's first segment: <c>*</c> is any part of one segment, <c>**</c> anything;
    /// <c>**/pools/*/numbers</c>.
    /// </summary>
    public string? Path { get; init; }

    /// <summary>One of <see cref="Operations"/>.</summary>
    public string? Operation { get; init; }

    /// <summary>Only requests whose path, query or body contain this text, such as a number.</summary>
    public string? Containing { get; init; }

    /// <summary>How many matching requests pass before the rule applies.</summary>
    public int Skip { get; init; }

    /// <summary>How often it applies; null: every time.</summary>
    public int? Times { get; init; }

    /// <summary>How likely it applies to a matching request, 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Seed of <see cref="Probability"/>.</summary>
    public int Seed { get; init; }

    /// <summary>When it applies; each kind has its natural moment: before the effect for a status or page, after it for the others.</summary>
    public FaultMoment? Moment { get; init; }

    /// <summary>What else happens at the very moment when it applies, before the request takes effect; within the emulator's process only.</summary>
    [JsonIgnore]
    public Action? Meanwhile { get; init; }

    /// <summary>How long the response (or, before the effect, the operation) is held up; null at kind <c>delay</c>: until the client hangs up.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>
    /// How long after the request the operation takes effect, on the emulator's clock: the response is lost now (or is an error), and the purchase, creation or
    /// cancellation happens later. Null: at once. Whatever the kind says of the moment, the effect comes.
    /// </summary>
    public TimeSpan? EffectDelay { get; init; }

    /// <summary>HTTP status of a status or page fault.</summary>
    public int? Status { get; init; }

    /// <summary>Further headers of the response, such as <c>Retry-After</c>.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The response's body.</summary>
    public string? Body { get; init; }

    /// <summary>Media type of <see cref="Body"/>.</summary>
    public string? ContentType { get; init; }

    /// <summary>Length of an oversized body in bytes.</summary>
    public long Size { get; init; } = 64L * 1024 * 1024;

    /// <summary>The numbers that fail in a partial fault.</summary>
    public ImmutableArray<string> Numbers { get; init; } = [];

    /// <summary>Why they fail: the fragment of the problem's type; the operation's usual one unless given.</summary>
    public string? Code { get; init; }

    /// <summary>An operation that takes effect although its response never arrives.</summary>
    /// <param name="operation">One of <see cref="Operations"/>.</param>
    /// <param name="how">What the client sees instead.</param>
    /// <param name="effectDelay">How long after the request it takes effect; null: at once.</param>
    /// <param name="times">How often it happens.</param>
    public static FaultRule LostResponse(string operation, LostResponse how, TimeSpan? effectDelay = null, int? times = 1) => new()
    {
        Kind = how switch
        {
            Faults.LostResponse.Reset => FaultKind.ResetAfter,
            Faults.LostResponse.BadGateway => FaultKind.Html,
            _ => FaultKind.Delay,
        },
        Moment = FaultMoment.AfterEffect,
        Operation = operation,
        EffectDelay = effectDelay,
        Times = times,
    };
}

/// <summary>What a client sees in place of a response that is lost.</summary>
public enum LostResponse
{
    /// <summary>The connection is reset.</summary>
    Reset,

    /// <summary>502 with a gateway's page.</summary>
    BadGateway,

    /// <summary>Nothing, until the client gives up.</summary>
    Timeout,
}

/// <summary>How a carrier misbehaves. On the wire the members are in kebab case: <c>reset-before</c>.</summary>
public enum FaultKind
{
    /// <summary>A status of its own, with headers and body if given; the carrier's error shape otherwise.</summary>
    Status,

    /// <summary>Nothing but the rule's delay.</summary>
    Delay,

    /// <summary>The connection is reset, and nothing happened.</summary>
    ResetBefore,

    /// <summary>The connection is reset after the operation took effect.</summary>
    ResetAfter,

    /// <summary>The right status with JSON that breaks off.</summary>
    Malformed,

    /// <summary>A gateway's error page; status 502 unless given.</summary>
    Html,

    /// <summary>The right status with bytes that are no text.</summary>
    Garbage,

    /// <summary>The right headers and half of the body, then a reset.</summary>
    Truncated,

    /// <summary>The right headers and half of the body, then nothing for the rule's delay (for ever, if it has none), then the rest.</summary>
    Stalled,

    /// <summary>A body of <see cref="FaultRule.Size"/> bytes of valid JSON.</summary>
    Oversized,

    /// <summary>The right response with its lists emptied; the totals stay.</summary>
    EmptyPage,

    /// <summary>The named numbers of a pool's batch fail with the rule's code, the others go through.</summary>
    Partial,
}

/// <summary>Whether the operation took effect before the fault struck.</summary>
public enum FaultMoment
{
    /// <summary>It did not. A delay before the effect ends without one when the client has hung up.</summary>
    BeforeEffect,

    /// <summary>It did.</summary>
    AfterEffect,
}
