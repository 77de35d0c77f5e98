using System.Text;
using Microsoft.Extensions.Primitives;
using PulumiNumbers.Emulator.Faults;

namespace PulumiNumbers.Emulator.Http;

/// <summary>A request to a carrier, read in full, and what its handling notes down.</summary>
internal sealed class CarrierRequest
{
    private readonly List<string> _effects = [];

    private CarrierRequest(HttpContext http, string carrier, string? operation, string path, long sequence, RequestBody body)
    {
        Http = http;
        Carrier = carrier;
        Operation = operation;
        Path = path;
        Sequence = sequence;
        Body = body;
    }

    public HttpContext Http { get; }

    public string Carrier { get; }

    public string? Operation { get; }

    public string Method => Http.Request.Method;

    /// <summary>The path below the carrier's base.</summary>
    public string Path { get; }

    public string QueryString => Http.Request.QueryString.Value ?? "";

    public RequestBody Body { get; }

    public long Sequence { get; }

    public string TraceId => new Guid((uint)Sequence, 0x2b51, 0x4c7e, 0x9a, 0x10, 0x5e, 0x6f, 0x3d, 0x21, 0x88, 0x04).ToString();

    /// <summary>What the request changed, in words.</summary>
    public IReadOnlyList<string> Effects => _effects;

    /// <summary>A partial fault that this request has to suffer.</summary>
    public FaultRule? PartialFault { get; set; }

    public static async Task<CarrierRequest> ReadAsync(
        HttpContext http, string carrier, string? operation, string path, long sequence)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        return new CarrierRequest(http, carrier, operation, path, sequence, new RequestBody(http.Request.ContentType, text));
    }

    /// <summary>A path parameter. Routing leaves an escaped slash escaped.</summary>
    public string Route(string name) =>
        ((string?)Http.Request.RouteValues[name] ?? "").Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    /// <summary>A query parameter; null where absent.</summary>
    public string? Query(string name) =>
        Http.Request.Query.TryGetValue(name, out var value) && !StringValues.IsNullOrEmpty(value) ? value.ToString() : null;

    /// <summary>A form field; null where absent, empty where empty.</summary>
    public string? Field(string name) => Body.Form.TryGetValue(name, out var value) ? value.ToString() : null;

    public string Header(string name) => Http.Request.Headers[name].ToString();

    /// <summary>The scheme of the credentials that came along; null where none did.</summary>
    public string? CredentialsKind => Header("Authorization") switch
    {
        { Length: > 0 } header => header.Split(' ')[0],
        _ => Header("X-Api-Key").Length > 0 ? "X-Api-Key" : null,
    };

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

    public void Effect(string words) => _effects.Add(words);
}
