using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PulumiNumbers.Tests.Emulator.Support;

/// <summary>An HTTP response, read in full.</summary>
internal sealed record ReceivedResponse(HttpStatusCode Status, string? MediaType, string Text, IReadOnlyDictionary<string, string> Headers)
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true };

    public JsonNode Json => JsonNode.Parse(Text, documentOptions: Tolerant)!;

    /// <summary>The fragment of a problem's type: its code.</summary>
    public string ProblemCode => new Uri((string)Json["type"]!).Fragment.TrimStart('#');

    public static async Task<ReceivedResponse> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var headers = response.Headers.ToDictionary(header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
            return new ReceivedResponse(response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(), headers);
        }
    }
}
