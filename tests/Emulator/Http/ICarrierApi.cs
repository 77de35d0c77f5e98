namespace PulumiNumbers.Emulator.Http;

/// <summary>One carrier's HTTP face.</summary>
internal interface ICarrierApi
{
    /// <summary>Its name, and the first segment of its addresses.</summary>
    string Name { get; }

    IEnumerable<CarrierEndpoint> Endpoints { get; }

    /// <summary>The refusal of a request that may not come in (wrong credentials, suspended account); null: it may.</summary>
    CarrierAnswer? Refuse(CarrierRequest request);

    /// <summary>The answer to an address or method that the carrier does not have.</summary>
    CarrierAnswer NoSuchOperation(CarrierRequest request);

    /// <summary>An error in the carrier's own shape, for injected statuses.</summary>
    CarrierAnswer Error(CarrierRequest request, int status);

    /// <summary>Puts on what every answer of the carrier wears, such as quota headers.</summary>
    CarrierAnswer Finish(CarrierRequest request, CarrierAnswer answer) => answer;
}
