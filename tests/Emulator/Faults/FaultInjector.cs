using System.Text.RegularExpressions;
using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Faults;

/// <summary>The rules by which the carriers misbehave, in the order in which they were added.</summary>
public sealed class FaultInjector
{
    private readonly Lock _gate = new();
    private readonly List<InjectedFault> _faults = [];

    /// <summary>The rules in force.</summary>
    public IReadOnlyList<InjectedFault> All
    {
        get
        {
            lock (_gate)
                return [.. _faults];
        }
    }

    /// <summary>Puts a rule in force.</summary>
    public InjectedFault Add(FaultRule rule)
    {
        var fault = new InjectedFault(rule);
        lock (_gate)
            _faults.Add(fault);
        return fault;
    }

    /// <summary>Takes one rule back.</summary>
    public void Remove(InjectedFault fault)
    {
        lock (_gate)
            _faults.Remove(fault);
    }

    /// <summary>Takes all rules back.</summary>
    public void Clear()
    {
        lock (_gate)
            _faults.Clear();
    }

    internal FaultRule? Match(CarrierRequest request) => All.FirstOrDefault(fault => fault.Applies(request))?.Rule;
}

/// <summary>A rule in force, and how often it matched and struck.</summary>
public sealed class InjectedFault
{
    private readonly Lock _gate = new();
    private readonly Regex? _path;
    private readonly Random _random;

    internal InjectedFault(FaultRule rule)
    {
        Rule = rule;
        _path = rule.Path is null ? null : PathPattern.Compile(rule.Path);
        _random = new Random(rule.Seed);
    }

    /// <summary>The rule.</summary>
    public FaultRule Rule { get; }

    /// <summary>How many requests matched its criteria.</summary>
    public int Matched { get; private set; }

    /// <summary>How many of them it struck.</summary>
    public int Struck { get; private set; }

    /// <summary>Whether it applies to no further request.</summary>
    public bool Exhausted
    {
        get
        {
            lock (_gate)
                return Struck >= Rule.Times;
        }
    }

    internal bool Applies(CarrierRequest request)
    {
        if (!Matches(request))
            return false;
        lock (_gate)
        {
            if (Struck >= Rule.Times)
                return false;
            Matched++;
            if (Matched <= Rule.Skip || (Rule.Probability < 1 && _random.NextDouble() >= Rule.Probability))
                return false;
            Struck++;
            return true;
        }
    }

    private bool Matches(CarrierRequest request) =>
        (Rule.Carrier is null || string.Equals(Rule.Carrier, request.Carrier, StringComparison.OrdinalIgnoreCase))
        && (Rule.Method is null || string.Equals(Rule.Method, request.Method, StringComparison.OrdinalIgnoreCase))
        && (Rule.Operation is null || Rule.Operation == request.Operation)
        && (_path is null || _path.IsMatch(request.Path) || _path.IsMatch($"/{request.Carrier}{request.Path}"))
        && (Rule.Containing is null || Contains(request, Rule.Containing))
        && (Rule.Kind is not FaultKind.Partial || Rule.Numbers.Any(number => Contains(request, number)));

    private static bool Contains(CarrierRequest request, string text) =>
        request.Path.Contains(text, StringComparison.Ordinal)
        || request.QueryString.Contains(text, StringComparison.Ordinal)
        || request.Body.Text.Contains(text, StringComparison.Ordinal);
}

/// <summary>A path with <c>*</c> for any part of a segment and <c>**</c> for anything.</summary>
internal static class PathPattern
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    public static Regex Compile(string pattern) => new(
        "^" + Regex.Escape(pattern)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal) + "$",
        RegexOptions.CultureInvariant,
        MatchTimeout);
}
