using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Tests.Emulator.Support;

namespace PulumiNumbers.Tests.Emulator.Faults;

/// <summary>An injected status wears the error shape of its carrier.</summary>
public sealed class StatusShapeTests : EmulatorTest
{
    [Fact]
    public async Task Each_carrier_words_an_injected_status_in_its_own_way()
    {
        var kpn = await KpnAsync();
        Server.Faults.Add(new FaultRule { Kind = FaultKind.Status, Status = 503 });

        Assert.Equal("internal-error", (await Vonage.GetAsync("/v2/numberpools/accounts/a1b2c3d4/pools")).ProblemCode);
        Assert.Equal("503", (string?)(await Vonage.GetAsync("/account/numbers")).Json["error-code"]);
        Assert.Equal("503", (string?)(await kpn.GetAsync("/account/numbers")).Json["error-code"]);
        Assert.Equal("server_error", (string?)(await KpnTokenAsync()).Json["error"]);
        Assert.Equal("700", (await Seven.GetAsync("/numbers/active")).Text);
        Assert.Equal("UNKNOWN", (string?)(await PortSip.GetAsync("/exclusive_numbers")).Json["errors"]![0]!["code"]);
    }
}
