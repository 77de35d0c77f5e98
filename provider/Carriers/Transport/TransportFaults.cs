namespace PulumiNumbers.Carriers.Transport;

/// <summary>What to make of an attempt to which no complete response came.</summary>
internal static class TransportFaults
{
    public static CarrierFault From(Exception exception, CarrierSettings settings)
    {
        var host = settings.Endpoint.Address.Authority;
        return exception switch
        {
            // SocketsHttpHandler reports its connect timeout like this; any other cancellation that is not ours says nothing about the request.
            OperationCanceledException { InnerException: TimeoutException } => NotConnected($"no connection to {host}{Proxy(settings)} in time"),
            BodyLimitExceededException => Lost(exception.Message) with { Kind = CarrierErrorKind.Unexpected },
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => NotConnected($"the host {host} is not known{Proxy(settings)}") with
            {
                Advice = "Check the base URL in the configuration and the name service of this machine.",
            },
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError }
                => NotConnected($"no connection to {host}{Proxy(settings)}: {Innermost(exception)}") with { Advice = ProxyAdvice(settings) },
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
                => NotConnected($"no secure connection to {host}: {Innermost(exception)}") with
                {
                    IsPermanent = true,
                    Advice = "Check that the base URL is right; where its certificate comes from a private authority, configure that authority's certificate.",
                },
            _ => Lost($"the connection to {host} broke: {Innermost(exception)}") with { IsOutage = true },
        };

        CarrierFault NotConnected(string message)
            => new(CarrierErrorKind.Unavailable, RequestEffect.NotExecuted, settings.Redactor.Redact(message)) { IsOutage = true };

        CarrierFault Lost(string message) => new(CarrierErrorKind.Unavailable, RequestEffect.Unknown, settings.Redactor.Redact(message));
    }

    private static string Innermost(Exception exception) => ErrorSummary.From(exception.GetBaseException().Message);

    private static Uri? ProxyOf(CarrierSettings settings)
    {
        var address = settings.Endpoint.Address;
        return HttpClient.DefaultProxy.IsBypassed(address) || HttpClient.DefaultProxy.GetProxy(address) is not { } proxy || proxy == address ? null : proxy;
    }

    private static string Proxy(CarrierSettings settings) => ProxyOf(settings) is { } proxy ? $" through the proxy {proxy.Authority}" : "";

    private static string? ProxyAdvice(CarrierSettings settings) => ProxyOf(settings) is { } proxy
        ? $"Check the proxy {proxy.Authority}, which HTTPS_PROXY, HTTP_PROXY or ALL_PROXY set for this process, or exclude {settings.Endpoint.Address.Host} by NO_PROXY."
        : null;
}
