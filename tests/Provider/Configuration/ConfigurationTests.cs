using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Provider.Configuration;

public sealed class ConfigurationTests
{
    private static readonly IReadOnlyDictionary<string, string?> NoEnvironment =
        new EmulatorAddresses(new Uri("http://127.0.0.1:1")).Environment.ToDictionary(entry => entry.Key, string? (_) => null, StringComparer.Ordinal);

    [Theory]
    [InlineData("vonageApiKey", "a1b2c3d4", "vonageApiSecret")]
    [InlineData("vonageApiSecret", "s", "vonageApiKey")]
    [InlineData("kpnClientId", "id", "kpnClientSecret")]
    [InlineData("kpnClientSecret", "s", "kpnClientId")]
    [InlineData("portsipUsername", "operator", "portsipPassword")]
    [InlineData("portsipPassword", "s", "portsipUsername")]
    public async Task Half_a_pair_of_credentials_is_refused_and_the_other_half_named(string given, string value, string missing)
    {
        await using var numbers = await ProviderHarness.StartUnconfiguredAsync(new HarnessOptions { Environment = NoEnvironment });

        var answer = await numbers.CheckConfigAsync(new Dictionary<string, object?> { [given] = value });

        var failure = Assert.Single(answer.Failures);
        Assert.Equal(missing, failure.Property);
        Assert.Contains($"numbers:{missing}", failure.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kpnUrl", "not a url", "absolute URL")]
    [InlineData("kpnTokenUrl", "ftp://example.com", "https://")]
    [InlineData("sevenUrl", "http://example.com/api", "https")]
    [InlineData("vonagePoolsUrl", "https://user:word@example.com", "password")]
    [InlineData("vonageNumbersUrl", "https://example.com?key=x", "query")]
    [InlineData("portsipUrl", "http://pbx.example.com:8887/api", "https")]
    [InlineData("maxRetries", "-1", "0")]
    [InlineData("maxRetries", "21", "20")]
    [InlineData("requestTimeout", "0", "0.1")]
    [InlineData("requestsPerSecond", "0", "0.01")]
    [InlineData("vonageAccountId", "A1B2", "8 lower-case")]
    [InlineData("portsipCaCertificate", "/nowhere/authority.pem", "cannot be read")]
    [InlineData("portsipCaCertificate", "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----", "certificate")]
    public async Task A_value_that_cannot_be_used_is_refused_by_name(string key, string value, string reason)
    {
        await using var numbers = await ProviderHarness.StartUnconfiguredAsync(new HarnessOptions { Environment = NoEnvironment });

        var answer = await numbers.CheckConfigAsync(new Dictionary<string, object?> { [key] = value });

        var failure = Assert.Single(answer.Failures);
        Assert.Equal(key, failure.Property);
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_http_to_another_machine_can_be_allowed()
    {
        await using var numbers = await ProviderHarness.StartUnconfiguredAsync(new HarnessOptions { Environment = NoEnvironment });

        var answer = await numbers.CheckConfigAsync(new { sevenUrl = "http://example.com/api", allowInsecureHttp = "true" });

        Assert.Empty(answer.Failures);
    }

    [Fact]
    public async Task A_token_and_a_login_for_the_PBX_contradict_each_other()
    {
        await using var numbers = await ProviderHarness.StartUnconfiguredAsync(new HarnessOptions { Environment = NoEnvironment });

        var answer = await numbers.CheckConfigAsync(new { portsipToken = "t", portsipUsername = "operator", portsipPassword = "p" });

        var failure = Assert.Single(answer.Failures);
        Assert.Equal("", failure.Property);
        Assert.Contains("portsipToken", failure.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_come_back_secret_whatever_the_program_passed()
    {
        await using var numbers = await ProviderHarness.StartUnconfiguredAsync(new HarnessOptions());

        var answer = await numbers.CheckConfigAsync(new { });

        foreach (var secret in new[] { "vonageApiSecret", "kpnClientSecret", "sevenApiKey", "portsipPassword" })
            Assert.True(answer.Inputs.IsSecret(secret), secret);
        Assert.False(answer.Inputs.IsSecret("vonageApiKey"));
    }

    [Theory]
    [InlineData("vonage", "vonageApiSecret", "variables VONAGE_API_KEY and VONAGE_API_SECRET", "pulumi config set numbers:vonageApiSecret --secret")]
    [InlineData("kpn", "kpnClientId", "variables KPN_CLIENT_ID and KPN_CLIENT_SECRET", "pulumi config set numbers:kpnClientId")]
    [InlineData("seven", "sevenApiKey", "the environment variable SEVEN_API_KEY", "pulumi config set numbers:sevenApiKey --secret")]
    public async Task Credentials_are_asked_for_when_a_resource_of_that_carrier_needs_them(string carrier, string key, string variables, string command)
    {
        await using var numbers = await ProviderHarness.StartAsync(new HarnessOptions { Environment = NoEnvironment });

        var failure = await numbers.CreateFailsAsync(Tokens.OwnedNumber, "hotline", new { carrier, country = "GB", number = "447700900950" });

        Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode);
        Assert.Contains(key, failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(variables, failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(command, failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_PBX_needs_an_address_and_a_way_in()
    {
        await using var numbers = await ProviderHarness.StartAsync(new HarnessOptions { Environment = NoEnvironment });

        var failure = await numbers.CreateFailsAsync(Tokens.ExclusiveNumber, "vip", new { number = "447700900123" });

        Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode);
        Assert.Contains("portsipUrl", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_carrier_that_cannot_be_reached_is_named()
    {
        await using var numbers = await ProviderHarness.StartAsync(new HarnessOptions
        {
            Environment = new Dictionary<string, string?> { ["VONAGE_POOLS_URL"] = "http://127.0.0.1:1" },
        });

        var failure = await numbers.CreateFailsAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });

        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        Assert.Contains("vonage", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_credentials_fail_with_the_carriers_words_and_never_show_themselves()
    {
        await using var numbers = await ProviderHarness.StartAsync(new HarnessOptions
        {
            Environment = new Dictionary<string, string?> { ["VONAGE_API_SECRET"] = "canary-5f1e" },
        });

        var failure = await numbers.CreateFailsAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });

        Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode);
        Assert.Contains("vonage", failure.Status.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-5f1e", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_are_not_known_yet_do_not_stop_a_preview_and_do_not_replace_a_pool()
    {
        await using var numbers = await ProviderHarness.StartAsync();
        var pool = await numbers.CreateAsync(Tokens.NumberPool, "senders", new { poolId = "senders" });
        await numbers.ConfigureAsync(new { vonageApiKey = Wire.Unknown, vonageApiSecret = Wire.Unknown });

        var diff = await numbers.DiffAsync(pool, new { poolId = "senders" });

        Assert.Empty(diff.Replaces);
    }
}
