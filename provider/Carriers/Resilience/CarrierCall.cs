using Polly;
using PulumiNumbers.Carriers.Authentication;
using PulumiNumbers.Carriers.Http;

namespace PulumiNumbers.Carriers.Resilience;

/// <summary>One call on its way through the pipeline, with all its attempts.</summary>
internal sealed class CarrierCall(CarrierRequest request)
{
    private static readonly ResiliencePropertyKey<CarrierCall> Key = new(nameof(CarrierCall));

    public CarrierRequest Request { get; } = request;

    /// <summary>What the next attempt authenticates itself with.</summary>
    public Credential? Credential { get; set; }

    /// <summary>Whether any attempt was made, even in vain.</summary>
    public bool WasTried { get; set; }

    /// <summary>Whether any attempt has left.</summary>
    public bool WasSent { get; set; }

    /// <summary>Whether some attempt may have been carried out without an answer that says so.</summary>
    public bool IsUndecided { get; set; }

    public static CarrierCall Of(ResilienceContext context) => context.Properties.GetValue(Key, null!);

    public void AttachTo(ResilienceContext context) => context.Properties.Set(Key, this);
}
