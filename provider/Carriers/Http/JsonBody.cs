using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Http;

/// <summary>A JSON body.</summary>
internal sealed record JsonBody(JToken Json) : RequestBody
{
    public override HttpContent ToContent() => new StringContent(Json.ToString(Formatting.None), Encoding.UTF8, "application/json");
}
