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

    /// <summary>The answer to an address or method that the carrier does not have.</summary>
    CarrierResponse NoSuchOperation(CarrierRequest request);

    /// <summary>An error in the carrier's own shape, for injected statuses.</summary>
    CarrierResponse Error(CarrierRequest request, int status);

    /// <summary>Puts on what every answer of the carrier wears, such as quota headers.</summary>
    CarrierResponse Finish(CarrierRequest request, CarrierResponse answer) => answer;
}
