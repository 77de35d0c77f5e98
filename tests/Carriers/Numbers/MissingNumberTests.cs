using System.Net;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Numbers;

/// <summary>A 404 counts as "gone" only in the carrier's own words, or confirmed by a listing that lacks the thing.</summary>
public sealed class MissingNumberTests
{
    public static readonly TheoryData<string> ForeignBodies = new(
        "", "{}", """{"message": "no Route matched with those values"}""",
        """{"fault": {"faultstring": "Unable to identify proxy", "detail": {"errorcode": "messaging.adaptors.http.flow.ApplicationNotFound"}}}""",
        """{"transactionId": "tx-1", "status": "404", "name": "Not Found", "message": "no such path"}""",
        "<html><title>404 Not Found</title></html>");

    private readonly StubbedCarriers _carriers = new() { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 0 } } };

    [Theory]
    [MemberData(nameof(ForeignBodies))]
    public async Task ForeignNotFound_ForEverything_IsNeverGone(string body)
    {
        _carriers.Carrier.Answers(body, HttpStatusCode.NotFound);
        var cancellation = new NumberCancellation("GB", StubbedCarriers.Number);

        await AssertUnconfirmedAsync(() => _carriers.Seven().FindOwnedAsync("GB", StubbedCarriers.Number, default));
        await AssertUnconfirmedAsync(() => _carriers.Seven().CancelAsync(cancellation, default));
        await AssertUnconfirmedAsync(() => _carriers.VonageNumbers().CancelAsync(cancellation, default));
        await AssertUnconfirmedAsync(() => _carriers.VonageNumbers().FindOwnedAsync("GB", StubbedCarriers.Number, default));
        await AssertUnconfirmedAsync(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));
    }

    [Fact]
    public async Task KpnGatewayNotFound_TellsItsTransaction()
    {
        _carriers.Carrier.Answers("""{"access_token": "t-1", "expires_in": "3599"}""")
            .Answers("""{"transactionId": "tx-1", "status": "404", "name": "Not Found", "message": "no such path"}""", HttpStatusCode.NotFound);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Kpn().FindOwnedAsync("GB", StubbedCarriers.Number, default));

        Assert.Equal((CarrierErrorKind.Unexpected, "tx-1"), (failure.Kind, failure.TraceId));
    }

    [Fact]
    public async Task SevenNotFound_WithAListingThatLacksTheNumber_IsGone()
    {
        ServeSeven("""{"activeNumbers": null}""");

        Assert.Null(await _carriers.Seven().FindOwnedAsync("GB", StubbedCarriers.Number, default));
        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.Seven().CancelAsync(new NumberCancellation("GB", StubbedCarriers.Number), default));

        Assert.Equal(CarrierErrorKind.NotFound, failure.Kind);
    }

    [Fact]
    public async Task SevenNotFound_WithAListingThatHasTheNumber_IsNotGone()
    {
        ServeSeven("""{"activeNumbers": [{"number": "447700900123", "country": "GB"}]}""");

        await AssertUnconfirmedAsync(() => _carriers.Seven().FindOwnedAsync("GB", StubbedCarriers.Number, default));
    }

    private void ServeSeven(string listing) => _carriers.Carrier.Does((request, _) => Task.FromResult(
        request.Address.AbsolutePath.EndsWith("/active", StringComparison.Ordinal)
            ? new HttpResponseMessage { Content = new StringContent(listing) }
            : new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new StringContent("{}") }));

    private static async Task AssertUnconfirmedAsync(Func<Task> call)
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(call);

        Assert.NotEqual(CarrierErrorKind.NotFound, failure.Kind);
        Assert.Contains("check the base URL", failure.Advice, StringComparison.Ordinal);
    }
}
