namespace PulumiNumbers.Carriers.Numbers;

/// <summary>Errors for what a carrier does not offer. Nothing is sent.</summary>
internal static class CapabilityErrors
{
    public static CarrierException UnsupportedFilter(string carrier, string operation, OwnedNumberFilter filter) => new(CarrierErrorKind.Unsupported)
    {
        Carrier = carrier,
        Operation = operation,
        CarrierMessage = $"`{(filter.ApplicationId is null ? "hasApplication" : "appId")}` is not supported by carrier {carrier} (supported by: vonage)",
        RequestNotSent = true,
        Effect = RequestEffect.Rejected,
    };
}
