using PulumiNumbers.Carriers.Resilience;

namespace PulumiNumbers.Carriers.Http;

/// <summary>What every connection to one carrier account needs.</summary>
/// <param name="Carrier">The carrier's name as users know it.</param>
/// <param name="Endpoint">Where its API is.</param>
/// <param name="Resilience">How patient and how gentle the calls are.</param>
/// <param name="TimeProvider">The clock.</param>
/// <param name="Events">Who hears of retries and waits.</param>
/// <param name="Redactor">What keeps the account's secrets out of text.</param>
internal sealed record CarrierSettings(
    string Carrier, CarrierEndpoint Endpoint, ResilienceOptions Resilience, TimeProvider TimeProvider, ICarrierEvents Events, Redactor Redactor);
