using System.Net;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Http;

/// <summary>Reads the errors of one carrier.</summary>
internal interface IErrorReader
{
    /// <summary>What the body says went wrong; null where it is not an error of this carrier's shape.</summary>
    /// <param name="status">The HTTP status, which may be 200 for a carrier that puts failures in the body.</param>
    /// <param name="body">The body as JSON; null where it is none.</param>
    CarrierError? Read(HttpStatusCode status, JToken? body);
}
