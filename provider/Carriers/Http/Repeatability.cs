namespace PulumiNumbers.Carriers.Http;

/// <summary>What it means to send a request a second time when nobody knows whether the first one was carried out.</summary>
internal enum Repeatability
{
    /// <summary>Changes nothing: may be sent as often as needed.</summary>
    Read,

    /// <summary>Changes something, and a second time changes nothing more: may be sent as often as needed.</summary>
    Idempotent,

    /// <summary>Costs money or makes another one each time: sent again only where the carrier certainly did not carry it out.</summary>
    Once,
}
