namespace PulumiNumbers.Emulator.Http;

/// <summary>One carrier's HTTP face.</summary>
internal interface ICarrierApi
{
    /// <summary>Its name, and the first segment of its addresses.</summary>
    string Name { get; }

    IEnumerable<CarrierEndpoint> Endpoints { get; }

    /// <summary>The account whose credentials came along; null: none that are valid.</summary>
    string? AccountOf(CarrierRequest request);

    /// <summary>The refusal of a request that may not come in (wrong credentials, suspended account); null: it may.</summary>
    CarrierResponse? Refuse(CarrierRequest request);

    /// <summary>The response to an address or method that the carrier does not have.</summary>
    CarrierResponse NoSuchOperation(CarrierRequest request);

    /// <summary>An error in the carrier's own shape, for injected statuses.</summary>
    CarrierResponse Error(CarrierRequest request, int status);

    /// <summary>Adds what every response of the carrier carries, such as quota headers.</summary>
    CarrierResponse Finish(CarrierRequest request, CarrierResponse response) => response;
}

/// <summary>One operation of a carrier. <see cref="Handle"/> runs with the state's gate held.</summary>
/// <param name="Operation">Its name (<see cref="Operations"/>).</param>
/// <param name="Method">HTTP method.</param>
/// <param name="Template">Route below the carrier's base.</param>
/// <param name="Handle">Does what the operation does.</param>
internal sealed record CarrierEndpoint(string Operation, string Method, string Template, Func<CarrierRequest, CarrierResponse> Handle)
{
    /// <summary>Whether it can be called without credentials: where tokens come from.</summary>
    public bool IsOpen { get; init; }
}
