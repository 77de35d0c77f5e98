using System.Globalization;
using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Provider.Harness;

namespace PulumiNumbers.Tests.Hardening.Logins;

/// <summary>Logins as a run of many resources sees them, through the plugin's door.</summary>
public sealed class LoginTests
{
    private const int Calls = 200;

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    [Theory]
    [InlineData(CarrierNames.Kpn)]
    [InlineData(CarrierNames.PortSip)]
    public async Task Two_hundred_first_calls_at_once_log_in_once(string carrier)
    {
        await using var numbers = await ProviderHarness.StartAsync();
        numbers.Carriers.Faults.Add(new FaultRule { Kind = FaultKind.Delay, Carrier = carrier, Operation = Operations.Token, Delay = TimeSpan.FromMilliseconds(200) });

        await Task.WhenAll(Enumerable.Range(0, Calls).Select(call => AskAsync(numbers, carrier, call)));

        Assert.Equal(1, numbers.Carriers.Requests.Count(carrier, Operations.Token));
    }

    [Theory]
    [InlineData(CarrierNames.Kpn)]
    [InlineData(CarrierNames.PortSip)]
    public async Task A_token_that_expires_during_a_run_is_renewed_before_and_nothing_is_lost(string carrier)
    {
        var clock = new SettableTime();
        await using var numbers = await ProviderHarness.StartAsync(new HarnessOptions
        {
            Clock = clock,
            Emulator = new EmulatorOptions { KpnTokenLifetime = Lifetime, PortSipTokenLifetime = Lifetime },
        });

        for (var turn = 0; turn < 3; turn++)
        {
            await Task.WhenAll(Enumerable.Range(turn * 20, 20).Select(call => CreateAsync(numbers, carrier, call)));
            clock.Advance(Lifetime);
        }

        Assert.Equal(60, Held(numbers, carrier));
        Assert.Equal(3, numbers.Carriers.Requests.Count(carrier, Operations.Token));
        Assert.DoesNotContain(numbers.Carriers.Requests.Of(carrier), request => request.Status == 401);
    }

    [Theory]
    [InlineData(CarrierNames.Kpn)]
    [InlineData(CarrierNames.PortSip)]
    public async Task A_token_that_the_carrier_ends_early_is_renewed_once_and_the_calls_are_repeated(string carrier)
    {
        await using var numbers = await ProviderHarness.StartAsync();
        await AskAsync(numbers, carrier, 0);
        Revoke(numbers, carrier, credentialsToo: false);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(call => CreateAsync(numbers, carrier, call)));

        Assert.Equal(20, Held(numbers, carrier));
        Assert.InRange(numbers.Carriers.Requests.Count(carrier, Operations.Token), 2, 3);
    }

    [Theory]
    [InlineData(CarrierNames.Kpn, "kpn")]
    [InlineData(CarrierNames.PortSip, "portsip")]
    public async Task Revoked_credentials_give_every_call_one_clear_error_and_the_carrier_few_attempts(string carrier, string name)
    {
        await using var numbers = await ProviderHarness.StartAsync();
        await AskAsync(numbers, carrier, 0);
        var before = numbers.Carriers.Requests.Count(carrier, Operations.Token);
        Revoke(numbers, carrier, credentialsToo: true);
        // The PBX's numbers were listed moments ago: only a new run asks for them again.
        if (carrier == CarrierNames.PortSip)
            await numbers.NewRunAsync();

        var failures = await Task.WhenAll(Enumerable.Range(0, 50).Select(call => Assert.ThrowsAsync<RpcException>(() => AskAsync(numbers, carrier, call))));

        Assert.All(failures, failure => Assert.Equal(StatusCode.Unauthenticated, failure.StatusCode));
        Assert.All(failures, failure => Assert.StartsWith(name, failure.Status.Detail, StringComparison.Ordinal));
        Assert.Single(failures.Select(failure => failure.Status.Detail).Distinct(StringComparer.Ordinal));
        // By refresh token, then by password.
        Assert.InRange(numbers.Carriers.Requests.Count(carrier, Operations.Token) - before, 1, 2);
    }

    private static async Task AskAsync(ProviderHarness numbers, string carrier, int call) => _ = await (carrier == CarrierNames.Kpn
        ? numbers.InvokeAsync(Tokens.GetAvailableNumbers, new { carrier = "kpn", country = "NL", limit = 1 })
        : numbers.InvokeAsync(Tokens.GetExclusiveNumbers, new { prefix = Text($"{call}") }));

    private static async Task CreateAsync(ProviderHarness numbers, string carrier, int call) => _ = await (carrier == CarrierNames.Kpn
        ? numbers.CreateAsync(Tokens.OwnedNumber, Text($"number-{call}"), new { carrier = "kpn", country = "NL", number = Text($"{31_600_001_000 + call}") })
        : numbers.CreateAsync(Tokens.ExclusiveNumber, Text($"number-{call}"), new { number = Text($"{5_550_000 + call}") }));

    private static int Held(ProviderHarness numbers, string carrier) =>
        carrier == CarrierNames.Kpn ? numbers.Carriers.Kpn.Account.Numbers.Count : numbers.Carriers.PortSip.Numbers.Count;

    private static void Revoke(ProviderHarness numbers, string carrier, bool credentialsToo)
    {
        if (carrier == CarrierNames.Kpn)
        {
            numbers.Carriers.Kpn.RevokeTokens();
            numbers.Carriers.Kpn.CredentialsRevoked = credentialsToo;
        }
        else
        {
            numbers.Carriers.PortSip.RevokeTokens();
            numbers.Carriers.PortSip.CredentialsRevoked = credentialsToo;
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
