using System.Net;
using System.Text;

namespace PulumiNumbers.Tests.Hardening.Fuzz;

/// <summary>Every carrier at once, answering anything: the shapes that the provider looks for, at random, and what it does not expect.</summary>
internal sealed class RandomCarrier(int seed) : HttpMessageHandler
{
    private static readonly string[] Bodies =
    [
        "", "{}", "[]", "null", "900", "\"text\"", "{\"count\": \"many\", \"numbers\": {}}", "{\"count\": 1e30}", "<html>no</html>", "\u0000\u0001", "{\"a\":",
        """{"access_token": "token-of-nobody", "expires_in": "3599", "token_type": "Bearer"}""",
        """{"count": 1, "numbers": [{"country": "GB", "msisdn": "447700900001", "cost": "1.25", "type": "mobile-lvn", "features": ["SMS", null, 7]}],}""",
        """{"error-code": "200", "error-code-label": "success"}""",
        """{"error-code": "420", "error-code-label": "method failed"}""",
        """{"type": "https://example.com/#not-found", "title": "Not Found", "detail": 5, "instance": ["x"]}""",
        """{"_embedded": {"pools": [{"pool_id": "vip", "fallback": "Nowhere"}], "numbers": ["447700900001", 447700900002, null]}, "total_pages": 1, "page": 1}""",
        """{"numbers": ["447700900001"], "error": {"type": "#partial", "errors": [{"error": {"type": "#missing-number", "numbers": ["447700900002"]}}, 7]}}""",
        """{"activeNumbers": [{"number": "447700900001", "country": "GB", "features": [], "billing": {"fees": null}, "expires": "soon"}]}""",
        """{"success": false, "error": {"$type": "System.IO.FileInfo, System.IO.FileSystem", "fileName": "x"}}""",
        """{"items": [{"id": "1", "number": "", "created_at": "yesterday", "enabled": "perhaps"}], "count": -1}""",
        """{"errors": [{"code": 5, "message": {"a": "b"}}]}""",
    ];

    private static readonly int[] Statuses = [200, 200, 200, 201, 204, 207, 301, 400, 401, 403, 404, 409, 420, 429, 500, 503, 999];

    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body;
        int status;
        lock (_lock)
        {
            body = Bodies[_random.Next(Bodies.Length)];
            status = Statuses[_random.Next(Statuses.Length)];
        }

        return Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
        {
            RequestMessage = request,
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        });
    }
}
