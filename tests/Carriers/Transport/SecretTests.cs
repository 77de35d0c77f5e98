using System.Net;
using System.Text;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Kpn;
using PulumiNumbers.Carriers.Numbers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Seven;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Carriers.Vonage;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class SecretTests
{
    private const string Canary = StubbedCarriers.Secret;

    [Theory]
    [InlineData("vonage")]
    [InlineData("kpn")]
    [InlineData("seven")]
    [InlineData("portsip")]
    public async Task A_carrier_that_repeats_the_request_gives_no_secret_away(string carrier)
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 1 } } };
        carriers.Carrier.Does((request, _) => Task.FromResult(request.Address.AbsolutePath == "/token"
            ? new HttpResponseMessage { Content = new StringContent("""{"access_token": "canary-token-value", "expires_in": "3599"}""") }
            : new HttpResponseMessage(HttpStatusCode.InternalServerError)
            {
                Content = new StringContent($"cannot handle {request} {string.Join("; ", request.Headers)} {request.Body}"),
            }));

        var failure = await Assert.ThrowsAsync<CarrierException>(() => CallAsync(carriers, carrier));

        var seen = failure + string.Join('\n', carriers.Events.Retries);
        Assert.Contains("cannot handle", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", seen, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"a1b2c3d4:{Canary}")), seen, StringComparison.Ordinal);
        Assert.Contains("[secret]", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_that_repeats_the_password_gives_it_not_away()
    {
        var carriers = new StubbedCarriers();
        carriers.Carrier.Does((request, _) => Task.FromResult(
            new HttpResponseMessage(HttpStatusCode.BadRequest) { Content = new StringContent($"wrong: {request.Body}") }));

        var failure = await Assert.ThrowsAsync<CarrierException>(() => carriers.PortSip(token: null).GetAsync("1", default));

        Assert.Equal(CarrierErrorKind.Unauthenticated, failure.Kind);
        Assert.DoesNotContain("canary", failure.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task A_login_whose_answer_makes_no_sense_gives_no_token_away(HttpStatusCode status)
    {
        var carriers = new StubbedCarriers { Resilience = new ResilienceOptions { Retry = new() { MaxRetries = 1 } } };
        carriers.Carrier.Answers("""{"access_token": "canary-token-value", "refresh_token": "canary-refr""", status);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => carriers.PortSip(token: null).GetAsync("1", default));

        Assert.DoesNotContain("canary", failure + string.Join('\n', carriers.Events.Retries), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no GET on https://user:hunter2@example.com/mo?token=hunter2&x=1 please", "no GET on https://[secret]@example.com/mo?[secret] please")]
    [InlineData("see <https://example.com/a?b=hunter2> and sip:agent@example.com", "see <https://example.com/a?[secret]> and sip:agent@example.com")]
    [InlineData("https://example.com/plain stays", "https://example.com/plain stays")]
    [InlineData("Authorization: Bearer hunter2hunter2", "Authorization: Bearer [secret]")]
    [InlineData("Basic knowledge", "Basic [secret]")]
    public void Urls_and_credentials_are_masked_in_any_text(string text, string cleaned)
        => Assert.Equal(cleaned, new Redactor().Redact(text));

    [Fact]
    public void A_secret_is_found_url_encoded_and_inside_a_longer_one()
    {
        var redactor = new Redactor();
        redactor.AddSecret("p&ss wörd");
        redactor.AddSecret("p&ss");

        Assert.Equal("[secret] [secret] [secret]", redactor.Redact("p&ss wörd p%26ss%20w%C3%B6rd p&ss"));
    }

    [Fact]
    public void No_half_of_a_secret_is_left_where_a_long_text_is_cut()
    {
        var redactor = new Redactor();
        redactor.AddSecret(Canary);

        for (var before = 270; before < 310; before++)
            Assert.DoesNotContain("canary", redactor.Summarize(new string('x', before) + " " + Canary), StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_written_in_html_is_found_once_it_is_decoded()
    {
        var redactor = new Redactor();
        redactor.AddSecret("p&ss<word>");

        Assert.Equal("wrong: [secret]", redactor.Summarize("<p>wrong: p&amp;ss&lt;word&gt;</p>"));
    }

    [Fact]
    public void Options_show_no_secret()
    {
        object[] options =
        [
            new VonageOptions { Credentials = new VonageCredentials("a1b2c3d4", new Secret(Canary)) },
            new KpnOptions { Credentials = new KpnCredentials("client", new Secret(Canary)) },
            new SevenOptions { ApiKey = new Secret(Canary) },
            new PortSipOptions
            {
                Api = CarrierEndpoint.Parse("https://pbx.example.com"), Token = new Secret(Canary), Login = new PortSipLogin("operator", new Secret(Canary)),
            },
            new Credential("X-Api-Key", Canary),
        ];

        Assert.All(options, option => Assert.DoesNotContain("canary", option.ToString(), StringComparison.Ordinal));
        Assert.Equal(Canary, new Secret(Canary).Value);
    }

    private static Task CallAsync(StubbedCarriers carriers, string carrier) => carrier switch
    {
        "vonage" => carriers.Pools().GetPoolAsync(StubbedCarriers.Vip, default),
        "kpn" => carriers.Kpn().ConfigureAsync(
            "GB", StubbedCarriers.Number, new NumberSettings { MoHttpUrl = "https://user:canary-in-url@example.com/?key=canary-in-query" }, default),
        "seven" => carriers.Seven().FindOwnedAsync("DE", StubbedCarriers.Number, default),
        _ => carriers.PortSip().GetAsync("1", default),
    };
}
