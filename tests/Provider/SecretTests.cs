using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Provider;

/// <summary>Credentials and secret inputs are planted everywhere and looked for everywhere they must not be.</summary>
public sealed class SecretTests
{
    private const string Canary = "canary-7c1d";

    public static TheoryData<FaultKind, int?> Misbehaviours => new()
    {
        { FaultKind.Status, 400 },
        { FaultKind.Status, 401 },
        { FaultKind.Status, 403 },
        { FaultKind.Status, 500 },
        { FaultKind.Html, null },
        { FaultKind.Garbage, null },
        { FaultKind.Malformed, null },
        { FaultKind.ResetBefore, null },
    };

    [Theory]
    [MemberData(nameof(Misbehaviours))]
    public async Task A_misbehaving_carrier_brings_no_secret_to_light(FaultKind kind, int? status)
    {
        await using var numbers = await ProviderHarness.StartAsync();
        numbers.Carriers.Faults.Add(new FaultRule { Kind = kind, Status = status });

        var failures = new List<string>();
        foreach (var (token, inputs) in SecretInputs())
        {
            failures.Add(await FailureOfAsync(() => numbers.CreateAsync(token, "x", inputs)));
            failures.Add(await FailureOfAsync(() => numbers.PreviewAsync(token, "x", inputs)));
        }

        Assert.Contains(failures, failure => failure.Length > 0);
        AssertClean(numbers, failures);
    }

    [Fact]
    public async Task Wrong_credentials_do_not_show_themselves()
    {
        await using var numbers = await ProviderHarness.StartAsync(new HarnessOptions
        {
            Environment = new Dictionary<string, string?>
            {
                ["VONAGE_API_SECRET"] = Canary,
                ["KPN_CLIENT_SECRET"] = Canary,
                ["SEVEN_API_KEY"] = Canary,
                ["PORTSIP_PASSWORD"] = Canary,
            },
        });

        var failures = new List<string>();
        foreach (var (token, inputs) in SecretInputs())
            failures.Add(await FailureOfAsync(() => numbers.CreateAsync(token, "x", inputs)));

        Assert.All(failures, failure => Assert.Contains("Unauthenticated", failure, StringComparison.Ordinal));
        AssertClean(numbers, failures);
    }

    [Fact]
    public async Task A_refused_callback_url_keeps_its_token_to_itself()
    {
        await using var numbers = await ProviderHarness.StartAsync();

        var partial = await numbers.CreateAsync(Tokens.OwnedNumber, "x", new
        {
            carrier = "kpn",
            country = "GB",
            moHttpUrl = Wire.Secret($"https://sms.example.com/refuse?token={Canary}"),
        });

        Assert.NotEmpty(partial.Problems);
        AssertClean(numbers, partial.Problems);
    }

    private static IEnumerable<(string Token, object Inputs)> SecretInputs()
    {
        yield return (Tokens.NumberPool, new { poolId = "senders" });
        yield return (Tokens.OwnedNumber, new
        {
            carrier = "kpn",
            country = "GB",
            number = "447700900650",
            moHttpUrl = Wire.Secret($"https://sms.example.com/in?token={Canary}"),
            voiceStatusCallback = Wire.Secret($"https://u:{Canary}@voice.example.com"),
        });
        yield return (Tokens.OwnedNumber, new { carrier = "seven", country = "DK", friendlyName = Wire.Secret(Canary) });
        yield return (Tokens.ExclusiveNumber, new { number = "447700900123", description = Wire.Secret(Canary) });
    }

    private static void AssertClean(ProviderHarness numbers, IEnumerable<string> failures)
    {
        string[] secrets =
        [
            Canary, EmulatorCredentials.VonageApiSecret, EmulatorCredentials.KpnClientSecret, EmulatorCredentials.SevenApiKey, EmulatorCredentials.PortSipPassword,
        ];
        var seen = string.Join('\n', [.. failures, numbers.Diagnostics, .. numbers.Log.Heard.Select(message => message.Message)]);
        var addresses = string.Join('\n', numbers.Carriers.Requests.All.Select(request => request.Path + request.Query));
        Assert.All(secrets, secret =>
        {
            Assert.DoesNotContain(secret, seen, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, addresses, StringComparison.Ordinal);
        });
    }

    /// <summary>The failure as an engine gets it, details included; empty where there is none.</summary>
    private static async Task<string> FailureOfAsync(Func<Task> act)
    {
        try
        {
            await act();
            return "";
        }
        catch (RpcException failure)
        {
            return failure.ToString();
        }
    }
}
