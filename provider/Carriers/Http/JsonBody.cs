using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PulumiNumbers.Carriers.Http;

/// <summary>A JSON body.</summary>
internal sealed class JsonBody(JToken json) : RequestBody
{
    public override HttpContent ToContent() => new StringContent(json.ToString(Formatting.None), Encoding.UTF8, "application/json");
}
