using System.Net.Http;

namespace PulumiNumbers.Carriers.Http;

/// <summary>What to make of an attempt to which no complete answer came.</summary>
internal static class TransportFaults
{
    public static CarrierFault Of(Exception exception, CarrierSettings settings)
    {
        var host = settings.Endpoint.Address.Authority;
        return exception switch
        {
            OperationCanceledException => Unreachable($"no connection to {host} in time"),
            BodyLimitExceededException => Lost(exception.Message) with { Kind = CarrierErrorKind.Unexpected },
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => Unreachable($"the host {host} is not known") with
            {
                Advice = "Check the address in the configuration and the name service of this machine.",
            },
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError }
                => Unreachable($"no connection to {host}: {Innermost(exception)}"),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => new CarrierFault(
                CarrierErrorKind.Unavailable, FaultEffect.Refused, $"no secure connection to {host}: {Innermost(exception)}")
            {
                IsOutage = true,
                Advice = "Check that the address is right; where its certificate comes from a private authority, configure that authority's certificate.",
            },
            _ => Lost($"the connection to {host} broke: {Innermost(exception)}") with { IsOutage = true },
        };

        CarrierFault Unreachable(string words)
            => new(CarrierErrorKind.Unavailable, FaultEffect.NotExecuted, settings.Redactor.Clean(words)) { IsOutage = true };

        CarrierFault Lost(string words) => new(CarrierErrorKind.Unavailable, FaultEffect.Unknown, settings.Redactor.Clean(words));
    }

    private static string Innermost(Exception exception) => OneLine.Of(exception.GetBaseException().Message);
}
