using System.Collections.Immutable;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;

namespace PulumiNumbers.Tests.Hardening.Soak;

/// <summary>Every way in which the emulated carriers can misbehave, as rules that together strike a given share of all requests.</summary>
internal static class Misbehaviour
{
    /// <summary>Puts the rules in force.</summary>
    /// <param name="carriers">The carriers.</param>
    /// <param name="share">The share of requests that go wrong, 0 to 1.</param>
    /// <param name="seed">Decides which.</param>
    public static void Strike(EmulatorServer carriers, double share, int seed)
    {
        // Rules for a few requests come first and on top: the share is that of the rules for all of them.
        var rules = Rules().OrderBy(StrikesAnything).ToList();
        var each = share / rules.Count(StrikesAnything);
        var before = 0;
        for (var index = 0; index < rules.Count; index++)
        {
            // A rule sees only what those before it let pass.
            carriers.Faults.Add(rules[index] with { Probability = each / (1 - each * before), Seed = seed + index });
            if (StrikesAnything(rules[index]))
                before++;
        }
    }

    /// <summary>One rule a kind, some kinds with several.</summary>
    public static IReadOnlyList<FaultRule> Rules() =>
    [
        new FaultRule { Kind = FaultKind.Status, Status = 500 },
        new FaultRule { Kind = FaultKind.Status, Status = 503, Headers = Header("Retry-After", "1") },
        new FaultRule { Kind = FaultKind.Status, Status = 429, Headers = Header("Retry-After", "2") },
        new FaultRule { Kind = FaultKind.Status, Status = 401, Carrier = CarrierNames.Kpn },
        new FaultRule { Kind = FaultKind.Status, Status = 500, Moment = FaultMoment.AfterEffect },
        new FaultRule { Kind = FaultKind.Delay, Delay = TimeSpan.FromSeconds(1) },
        new FaultRule { Kind = FaultKind.Delay, Moment = FaultMoment.BeforeEffect },
        new FaultRule { Kind = FaultKind.Delay, Moment = FaultMoment.AfterEffect },
        new FaultRule { Kind = FaultKind.ResetBefore },
        new FaultRule { Kind = FaultKind.ResetAfter },
        new FaultRule { Kind = FaultKind.Malformed },
        new FaultRule { Kind = FaultKind.Html },
        new FaultRule { Kind = FaultKind.Garbage },
        new FaultRule { Kind = FaultKind.Truncated },
        new FaultRule { Kind = FaultKind.Stalled },
        new FaultRule { Kind = FaultKind.Oversized, Size = 9 * 1024 * 1024, Operation = Operations.GetPool },
        new FaultRule { Kind = FaultKind.Partial, Numbers = ["447700900003", "447700900010", "447700900021"], Code = "missing-number-subscription" },
    ];

    private static bool StrikesAnything(FaultRule rule) => rule is { Carrier: null, Operation: null, Numbers: [] };

    private static ImmutableDictionary<string, string> Header(string name, string value) =>
        ImmutableDictionary<string, string>.Empty.Add(name, value);
}
