using System.Net;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class ErrorTests
{
    private readonly StubbedCarriers _carriers = new() { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 0 } } };

    [Theory]
    [InlineData("unauthorized", 401, CarrierErrorKind.Unauthenticated)]
    [InlineData("invalid-api-key", 404, CarrierErrorKind.Unauthenticated)]
    [InlineData("not-found", 404, CarrierErrorKind.NotFound)]
    [InlineData("low-balance", 402, CarrierErrorKind.InsufficientFunds)]
    [InlineData("account-suspended", 403, CarrierErrorKind.Forbidden)]
    [InlineData("unprovisioned", 403, CarrierErrorKind.Forbidden)]
    [InlineData("account-id-mismatch", 409, CarrierErrorKind.Conflict)]
    [InlineData("wrong-verb", 405, CarrierErrorKind.Unsupported)]
    [InlineData("throttled", 429, CarrierErrorKind.RateLimited)]
    public async Task A_problem_of_vonage_is_told_in_its_words(string code, int status, CarrierErrorKind kind)
    {
        _carriers.Carrier.Answers(
            $$"""{"type": "https://developer.vonage.com/api-errors#{{code}}", "title": "A title", "detail": "A detail.", "instance": "797a8f19"}""",
            (HttpStatusCode)status);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().UpdatePoolAsync(StubbedCarriers.Vip, new(), default));

        Assert.Equal((kind, status, code, "A title: A detail.", "797a8f19"), (failure.Kind, failure.HttpStatus, failure.Code, failure.CarrierMessage, failure.TraceId));
        Assert.StartsWith(
            $"vonage: failed to update pool a1b2c3d4/vip: A title: A detail (HTTP {status}, code {code}, trace id 797a8f19)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invalid_parameters_are_named()
    {
        _carriers.Carrier.Answers(
            """{"type": "https://developer.vonage.com/api-errors#validation", "title": "Bad Request", "invalid_parameters": [{"name": "ids", "reason": "Limit of 50 numbers exceeded"}]}""",
            HttpStatusCode.BadRequest);

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.Pools().AddNumbersAsync(StubbedCarriers.Vip, [StubbedCarriers.Number], default));

        Assert.Equal(CarrierErrorKind.InvalidRequest, failure.Kind);
        Assert.Equal([new InvalidParameter("ids", "Limit of 50 numbers exceeded")], failure.InvalidParameters);
    }

    [Theory]
    [InlineData(200, "401", "authentication failed", CarrierErrorKind.Unauthenticated)]
    [InlineData(401, "401", "authentication failed", CarrierErrorKind.Unauthenticated)]
    [InlineData(200, "420", "Numbers from this country can be requested from the Dashboard", CarrierErrorKind.Unsupported)]
    [InlineData(420, "420", "this number is not available", CarrierErrorKind.Conflict)]
    [InlineData(200, "420", "this number is not available", CarrierErrorKind.Conflict)]
    [InlineData(200, "429", "too many requests", CarrierErrorKind.RateLimited)]
    [InlineData(200, "500", "internal error", CarrierErrorKind.Ambiguous)]
    [InlineData(200, "7", "something else", CarrierErrorKind.InvalidRequest)]
    public async Task The_status_in_a_body_counts_for_more_than_the_http_status(int status, string code, string label, CarrierErrorKind kind)
    {
        _carriers.Carrier.Answers($$"""{"error-code": "{{code}}", "error-code-label": "{{label}}",}""", (HttpStatusCode)status);

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.VonageNumbers().BuyAsync(new NumberOrder("GB", StubbedCarriers.Number), default));

        Assert.Equal((kind, code, label), (failure.Kind, failure.Code, failure.CarrierMessage));
        Assert.StartsWith($"vonage: failed to buy 447700900123: {label} (HTTP {status}, code {code})", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("300", CarrierErrorKind.Unauthenticated, "authentication is missing")]
    [InlineData("402", CarrierErrorKind.RateLimited, "the same request was sent moments ago (reload lock)")]
    [InlineData("500", CarrierErrorKind.InsufficientFunds, "the account's credit is insufficient")]
    [InlineData("600", CarrierErrorKind.Ambiguous, "the carrier behind seven.io failed")]
    [InlineData("700", CarrierErrorKind.Ambiguous, "unknown error")]
    [InlineData("900", CarrierErrorKind.Unauthenticated, "the API key is not valid")]
    [InlineData("902", CarrierErrorKind.Forbidden, "the API is switched off for this key")]
    [InlineData("903", CarrierErrorKind.Forbidden, "this machine's IP address is not allowed")]
    [InlineData("\"903\"", CarrierErrorKind.Forbidden, "this machine's IP address is not allowed")]
    [InlineData("999", CarrierErrorKind.Ambiguous, "error 999")]
    public async Task A_bare_number_of_seven_is_translated(string body, CarrierErrorKind kind, string words)
    {
        foreach (var status in new[] { HttpStatusCode.OK, HttpStatusCode.BadRequest })
        {
            var carriers = new StubbedCarriers { Resilience = _carriers.Resilience };
            carriers.Carrier.Answers(body, status);

            var failure = await Assert.ThrowsAsync<CarrierException>(
                () => carriers.Seven().BuyAsync(new NumberOrder("DE", StubbedCarriers.Number), default));

            Assert.Equal((kind, body.Trim('"'), words), (failure.Kind, failure.Code, failure.CarrierMessage));
        }
    }

    [Theory]
    [InlineData("""{"success": false, "error": "The number is not available"}""", CarrierErrorKind.Conflict, "The number is not available")]
    [InlineData("""{"success": false, "error": "Payment interval unknown"}""", CarrierErrorKind.InvalidRequest, "Payment interval unknown")]
    [InlineData("""{"success": "false", "error": null}""", CarrierErrorKind.InvalidRequest, "the request was rejected as invalid")]
    public async Task A_refusal_of_seven_on_200_is_a_failure(string body, CarrierErrorKind kind, string words)
    {
        _carriers.Carrier.Answers(body);

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.Seven().BuyAsync(new NumberOrder("DE", StubbedCarriers.Number), default));

        Assert.Equal((kind, words), (failure.Kind, failure.CarrierMessage));
    }

    [Theory]
    [InlineData(400, "VALIDATE_FAILED", CarrierErrorKind.InvalidRequest)]
    [InlineData(400, "UNAUTHORIZED", CarrierErrorKind.Unauthenticated)]
    [InlineData(400, "NUMBER_ALREADY_EXISTS", CarrierErrorKind.Conflict)]
    [InlineData(400, "RESOURCE_NOT_FOUND", CarrierErrorKind.NotFound)]
    [InlineData(403, "UNKNOWN", CarrierErrorKind.Forbidden)]
    public async Task An_error_of_the_pbx_is_told_in_its_words(int status, string code, CarrierErrorKind kind)
    {
        _carriers.Carrier.Answers(
            $$"""{"errors": [{"code": "{{code}}", "message": "it failed", "detail": "number is too long"}]}""", (HttpStatusCode)status);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.PortSip().UpdateAsync("1", new() { Number = "1" }, default));

        Assert.Equal((kind, code, "it failed (number is too long)"), (failure.Kind, failure.Code, failure.CarrierMessage));
    }

    [Fact]
    public async Task A_number_that_is_exclusive_already_is_a_conflict()
    {
        _carriers.Carrier.Answers(
            """{"errors": [{"code": "VALIDATE_FAILED", "message": "field validation failed", "detail": "number 441 exists already"}]}""", HttpStatusCode.BadRequest);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.PortSip().CreateAsync(new() { Number = "441" }, default));

        Assert.Equal(CarrierErrorKind.Conflict, failure.Kind);
    }

    [Fact]
    public async Task An_error_page_is_cut_down_to_its_title()
    {
        _carriers.Carrier.Answers(
            "<!DOCTYPE html><html>\n<head><title>\n 502 Bad&nbsp;Gateway </title><style>p {}</style></head><body><h1>Oops</h1></body></html>", HttpStatusCode.BadGateway);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Equal("502 Bad Gateway", failure.CarrierMessage);
    }

    [Fact]
    public async Task A_page_without_a_title_is_cut_down_to_its_text()
    {
        _carriers.Carrier.Answers("<html><script>alert('<p>no</p>')</script><body><p>Service\n<b>closed</b></p></body></html>", HttpStatusCode.BadGateway);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Equal("Service closed", failure.CarrierMessage);
    }

    [Fact]
    public async Task Binary_garbage_is_counted_not_shown()
    {
        var garbage = new byte[2000];
        new Random(1).NextBytes(garbage);
        _carriers.Carrier.Answers(garbage, HttpStatusCode.BadGateway);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.EndsWith("characters that are not text", failure.CarrierMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_words_over_many_lines_become_one_line()
    {
        _carriers.Carrier.Answers(string.Join("\r\n\t", Enumerable.Repeat("at some.place.in.Code()", 500)), HttpStatusCode.BadGateway);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.DoesNotContain('\n', failure.Message);
        Assert.InRange(failure.CarrierMessage!.Length, 200, 301);
    }

    [Fact]
    public async Task A_pool_behind_a_wrong_address_does_not_count_as_gone()
    {
        _carriers.Carrier.Answers("<html><title>404 Not Found</title></html>", HttpStatusCode.NotFound);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => _carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default));

        Assert.Equal(CarrierErrorKind.Unexpected, failure.Kind);
        Assert.Contains("check the base URL", failure.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_callback_says_what_to_do()
    {
        _carriers.Carrier.Answers("{}").Answers("""{"error-code": "420", "error-code-label": "method failed"}""", (HttpStatusCode)420);

        var failure = await Assert.ThrowsAsync<CarrierException>(
            () => _carriers.VonageNumbers().ConfigureAsync("GB", StubbedCarriers.Number, new() { MoHttpUrl = "https://example.com/refuse" }, default));

        Assert.Contains("Make moHttpUrl answer a GET with 200", failure.Message, StringComparison.Ordinal);
    }
}
