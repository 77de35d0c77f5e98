using System.Net;
using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers;

/// <summary>What users read when a carrier refuses or fails, in one file. UPDATE_GOLDEN=1 writes it.</summary>
public sealed class MessagesGoldenTests
{
    private static readonly NumberOrder Order = new("GB", StubbedCarriers.Number);

    [Fact]
    public async Task Messages_AreThoseOfTheGoldenFile()
    {
        var messages = new List<string>();
        foreach (var (title, provoke) in Cases())
        {
            var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 0 } } };
            var failure = await Assert.ThrowsAsync<CarrierException>(() => provoke(carriers));
            messages.Add($"# {title}\n{failure.Message}\n");
        }

        var golden = Path.Combine(Path.GetDirectoryName(SourcePath())!, "Messages.golden.txt");
        var actual = string.Join('\n', messages);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
            await File.WriteAllTextAsync(golden, actual);

        Assert.Equal(await File.ReadAllTextAsync(golden), actual);
    }

    private static IEnumerable<(string Title, Func<StubbedCarriers, Task> Provoke)> Cases()
    {
        yield return ("number no longer on offer", Buy("""{"error-code": "420", "error-code-label": "this number is not available"}""", (HttpStatusCode)420));
        yield return ("country sold by hand", Buy("""{"error-code": "420", "error-code-label": "Numbers from this country can be requested from the Dashboard"}"""));
        yield return ("wrong credentials", Buy("""{"error-code": "401", "error-code-label": "authentication failed"}""", HttpStatusCode.Unauthorized));
        yield return ("response lost", carriers =>
        {
            carriers.Carrier.Breaks(new HttpRequestException(HttpRequestError.ResponseEnded, "The response ended prematurely."));
            return carriers.VonageNumbers().BuyAsync(Order, default);
        }
        );
        yield return ("gateway error", Buy("<html><title>502 Bad Gateway</title></html>", HttpStatusCode.BadGateway));
        yield return ("no connection", carriers =>
        {
            carriers.Carrier.Breaks(new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));
            return carriers.VonageNumbers().BuyAsync(Order, default);
        }
        );
        yield return ("no secure connection", carriers =>
        {
            carriers.Carrier.Breaks(new HttpRequestException(HttpRequestError.SecureConnectionError, "The remote certificate is invalid"));
            return carriers.VonageNumbers().BuyAsync(Order, default);
        }
        );
        yield return ("wrong base URL", Find("<html><title>404 Not Found</title></html>", HttpStatusCode.NotFound));
        yield return ("gateway of the API store", Find(
            """{"transactionId": "tx-1", "status": "404", "name": "Not Found", "message": "no such path"}""", HttpStatusCode.NotFound));
        yield return ("redirect", Find("", HttpStatusCode.Found));
        yield return ("throttled", Find("", HttpStatusCode.TooManyRequests));
        yield return ("unreadable response", Find("""{"numbers": "none"}"""));
        yield return ("incomplete listing", async carriers =>
        {
            carriers.Carrier.Answers("""{"count": 2, "numbers": [{"country": "GB", "msisdn": "447700900123"}]}""").Answers("{}");
            await carriers.VonageNumbers().ListOwnedAsync(new OwnedNumberFilter(), default).CountAsync();
        }
        );
        yield return ("unsupported filter", async carriers =>
            await carriers.Kpn().ListOwnedAsync(new OwnedNumberFilter { ApplicationId = "app-1" }, default).CountAsync());
        yield return ("no credit at seven.io", carriers =>
        {
            carriers.Carrier.Answers("500");
            return carriers.Seven().BuyAsync(Order, default);
        }
        );
        yield return ("seven.io refuses", carriers =>
        {
            carriers.Carrier.Answers("""{"success": false, "error": "number is not available"}""");
            return carriers.Seven().BuyAsync(Order, default);
        }
        );
        yield return ("cancelled before anything was sent", carriers => carriers.VonageNumbers().BuyAsync(Order, new CancellationToken(canceled: true)));
    }

    private static Func<StubbedCarriers, Task> Buy(string body, HttpStatusCode status = HttpStatusCode.OK) => carriers =>
    {
        carriers.Carrier.Answers(body, status);
        return carriers.VonageNumbers().BuyAsync(Order, default);
    };

    private static Func<StubbedCarriers, Task> Find(string body, HttpStatusCode status = HttpStatusCode.OK) => carriers =>
    {
        carriers.Carrier.Answers(body, status);
        return carriers.VonageNumbers().FindOwnedAsync("GB", StubbedCarriers.Number, default);
    };

    private static string SourcePath([CallerFilePath] string path = "") => path;
}
