using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PulumiNumbers.Emulator.Faults;

/// <summary>Which requests go wrong, and how. A criterion that is left out matches everything; the first rule that matches strikes.</summary>
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

    /// <summary>How many matching requests pass before the rule strikes.</summary>
    public int Skip { get; init; }

    /// <summary>How often it strikes; null: every time.</summary>
    public int? Times { get; init; }

    /// <summary>How likely it strikes a matching request, 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Seed of <see cref="Probability"/>.</summary>
    public int Seed { get; init; }

    /// <summary>When it strikes; each kind has its natural moment: before the effect for a status or page, after it for the others.</summary>
    public FaultMoment? Moment { get; init; }

    /// <summary>What else happens at the very moment when it strikes, before anything of the request does; within the emulator's process only.</summary>
    [JsonIgnore]
    public Action? Meanwhile { get; init; }

    /// <summary>How long the answer (or, before the effect, the operation) is held up; null at kind <c>delay</c>: until the client hangs up.</summary>
    public TimeSpan? Delay { get; init; }

    /// <summary>HTTP status of a status or page fault.</summary>
    public int? Status { get; init; }

    /// <summary>Further headers of the answer, such as <c>Retry-After</c>.</summary>
    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The answer's body.</summary>
    public string? Body { get; init; }

    /// <summary>Media type of <see cref="Body"/>.</summary>
    public string? ContentType { get; init; }

    /// <summary>Length of an oversized body in bytes.</summary>
    public long Size { get; init; } = 64L * 1024 * 1024;

    /// <summary>The numbers that fail in a partial fault.</summary>
    public ImmutableArray<string> Numbers { get; init; } = [];

    /// <summary>Why they fail: the fragment of the problem's type; the operation's usual one unless given.</summary>
    public string? Code { get; init; }
}
