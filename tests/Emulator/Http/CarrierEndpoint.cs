namespace PulumiNumbers.Emulator.Http;

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
