using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;

namespace PulumiNumbers.Emulator.Http;

/// <summary>A carrier's answer before it goes out.</summary>
internal sealed record CarrierResponse
{
    public required int Status { get; init; }

    public string? ContentType { get; init; }

    public string Body { get; init; } = "";

    public ImmutableDictionary<string, string> Headers { get; init; } = ImmutableDictionary<string, string>.Empty;

    public static CarrierResponse Json(JsonNode body, int status = (int)HttpStatusCode.OK) =>
        new() { Status = status, ContentType = "application/json", Body = body.ToJsonString(JsonText.Options) };

    public static CarrierResponse Empty(HttpStatusCode status) => new() { Status = (int)status };
}
