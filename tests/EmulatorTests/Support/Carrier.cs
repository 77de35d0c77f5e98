using System.Net.Http.Headers;
using System.Text;

namespace PulumiNumbers.Tests.Emulator.Support;

/// <summary>A client of one emulated carrier.</summary>
internal sealed class Carrier(Uri @base) : IDisposable
{
    private readonly HttpClient _http = new();

    public AuthenticationHeaderValue? Authorization { get; init; }

    public string? ApiKey { get; init; }

    public static AuthenticationHeaderValue Basic(string user, string password) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    public static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    public Task<ReceivedResponse> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<ReceivedResponse> DeleteAsync(string path, HttpContent? content = null) => SendAsync(HttpMethod.Delete, path, content);

    public Task<ReceivedResponse> PostJsonAsync(string path, string json) => SendAsync(HttpMethod.Post, path, Json(json));

    public Task<ReceivedResponse> PatchJsonAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, Json(json));

    public Task<ReceivedResponse> PostFormAsync(string path, params (string Name, string Value)[] fields) => SendAsync(HttpMethod.Post, path, Form(fields));

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    public async Task<ReceivedResponse> SendAsync(HttpMethod method, string path, HttpContent? content = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method, new Uri(@base.AbsoluteUri.TrimEnd('/') + path));
        request.Content = content;
        request.Headers.Authorization = Authorization;
        if (ApiKey is not null)
            request.Headers.Add("X-Api-Key", ApiKey);
        return await ReceivedResponse.ReadAsync(await _http.SendAsync(request, cancellationToken));
    }

    public void Dispose() => _http.Dispose();
}
