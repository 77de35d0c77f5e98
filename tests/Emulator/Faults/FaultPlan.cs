using PulumiNumbers.Emulator.Http;

namespace PulumiNumbers.Emulator.Faults;

/// <summary>The rules by which the carriers misbehave, in the order in which they were added.</summary>
public sealed class FaultPlan
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

    internal FaultRule? Strike(CarrierRequest request) => All.FirstOrDefault(fault => fault.Strikes(request))?.Rule;
}
