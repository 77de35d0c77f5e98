using Polly;

namespace PulumiNumbers.Carriers.Resilience;

/// <summary>Names a strategy of our own in a pipeline.</summary>
internal sealed class CarrierStrategyOptions : ResilienceStrategyOptions
{
    public CarrierStrategyOptions(string name) => Name = name;
}
