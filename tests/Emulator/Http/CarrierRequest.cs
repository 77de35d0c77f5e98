using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PulumiNumbers.Emulator.Faults;

namespace PulumiNumbers.Emulator.Http;

/// <summary>
/// A request to a carrier, read in full, and what its handling records. It outlives the connection that it came on: an effect may come later than the response.
/// </summary>
internal sealed class CarrierRequest
{
    private readonly List<string> _effects = [];
    private readonly Dictionary<string, string> _headers;
    private readonly Dictionary<string, string> _route;
    private readonly Dictionary<string, StringValues> _query;

    private CarrierRequest(HttpContext http, string carrier, string? operation, string path, long sequence, RequestBody body)
    {
        Carrier = carrier;
        Operation = operation;
        Path = path;
        Sequence = sequence;
        Body = body;
        Method = http.Request.Method;
        Origin = $"{http.Request.Scheme}://{http.Request.Host}";
        FullPath = http.Request.Path;
        QueryString = http.Request.QueryString.Value ?? "";
        _headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        _route = http.Request.RouteValues.ToDictionary(value => value.Key, value => (string?)value.Value ?? "", StringComparer.Ordinal);
        _query = http.Request.Query.ToDictionary(parameter => parameter.Key, parameter => parameter.Value, StringComparer.Ordinal);
    }

    public string Carrier { get; }

    public string? Operation { get; }

    public string Method { get; }

    /// <summary>Scheme, host and port that the request was sent to.</summary>
    public string Origin { get; }

    /// <summary>The path with the carrier's own segment in front.</summary>
    public string FullPath { get; }

    /// <summary>The path below the carrier's base.</summary>
    public string Path { get; }

    public string QueryString { get; }

    public RequestBody Body { get; }

    public long Sequence { get; }

    public string TraceId => new Guid((uint)Sequence, 0x2b51, 0x4c7e, 0x9a, 0x10, 0x5e, 0x6f, 0x3d, 0x21, 0x88, 0x04).ToString();

    /// <summary>What the request changed, for people.</summary>
    public IReadOnlyList<string> Effects => _effects;

    /// <summary>The partial fault that applies to this request.</summary>
    public FaultRule? PartialFault { get; set; }

    /// <summary>KPN's quota as of this request; null where it was not counted.</summary>
    public Kpn.QuotaReading? Quota { get; set; }

    /// <summary>The scheme of the credentials that came along; null where none did.</summary>
    public string? CredentialsKind => Header("Authorization") switch
    {
        { Length: > 0 } header => header.Split(' ')[0],
        _ => Header("X-Api-Key").Length > 0 ? "X-Api-Key" : null,
    };

    public static async Task<CarrierRequest> ReadAsync(
        HttpContext http, string carrier, string? operation, string path, long sequence)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        return new CarrierRequest(http, carrier, operation, path, sequence, new RequestBody(http.Request.ContentType, text));
    }

    /// <summary>A path parameter. Routing leaves an escaped slash escaped.</summary>
    public string Route(string name) => _route.GetValueOrDefault(name, "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A query parameter; null where absent.</summary>
    public string? Query(string name) => _query.TryGetValue(name, out var value) && !StringValues.IsNullOrEmpty(value) ? value.ToString() : null;

    /// <summary>A form field; null where absent, empty where empty.</summary>
    public string? Field(string name) => Body.Form.TryGetValue(name, out var value) ? value.ToString() : null;

    public string Header(string name) => _headers.GetValueOrDefault(name, "");

    /// <summary>The bearer token; null where there is none.</summary>
    public string? BearerToken()
    {
        const string scheme = "Bearer ";
        var header = Header("Authorization");
        return header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase) ? header[scheme.Length..].Trim() : null;
    }

    /// <summary>User and password of Basic authentication; null where there are none.</summary>
    public (string User, string Password)? BasicCredentials()
    {
        const string scheme = "Basic ";
        var header = Header("Authorization");
        if (!header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var buffer = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[scheme.Length..].Trim(), buffer, out var length))
            return null;
        var text = Encoding.UTF8.GetString(buffer, 0, length);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon], text[(colon + 1)..]);
    }

    public void Effect(string description) => _effects.Add(description);
}

/// <summary>A request's body: its text, read as a form or as JSON when the carrier asks.</summary>
internal sealed record RequestBody(string? ContentType, string Text)
{
    private static readonly IReadOnlyDictionary<string, StringValues> NoFields = new Dictionary<string, StringValues>(StringComparer.Ordinal);

    public bool IsForm => ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    public IReadOnlyDictionary<string, StringValues> Form => IsForm ? QueryHelpers.ParseQuery(Text) : NoFields;

    /// <summary>The body as a JSON object; null where it is none.</summary>
    public JsonObject? JsonObject()
    {
        try
        {
            return JsonNode.Parse(Text) as JsonObject;
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
