using PulumiNumbers.Carriers.Numbers;

namespace PulumiNumbers.Carriers.Vonage.Numbers;

/// <summary>What differs between the Numbers API at Vonage itself and behind KPN's API store.</summary>
/// <param name="Name">The carrier's name.</param>
/// <param name="Capabilities">What it can do.</param>
internal sealed record NexmoDialect(string Name, NumberCarrierCapabilities Capabilities)
{
    public static readonly NexmoDialect Vonage = new("vonage", NumberCarrierCapabilities.Vonage);

    public static readonly NexmoDialect Kpn = new("kpn", NumberCarrierCapabilities.Kpn);

    /// <summary>Whether numbers can be given to applications and listed by country and application (Vonage only).</summary>
    public bool Applications => Capabilities.Settings.Contains(NumberSetting.AppId);
}
