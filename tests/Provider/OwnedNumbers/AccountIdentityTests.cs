using Grpc.Core;
using PulumiNumbers.Emulator;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.OwnedNumbers;

/// <summary>A list of another account proves nothing about a number of this one.</summary>
public sealed class AccountIdentityTests : ProviderTest
{
    private static readonly object Declared = new { carrier = "kpn", country = "GB", number = "447700900650" };

    [Fact]
    public async Task Create_RecordsTheAccountAndTheTimeOfThePurchase()
    {
        var kpn = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Declared);
        var seven = await Numbers.CreateAsync(Tokens.OwnedNumber, "alerts", new { carrier = "seven", country = "DK" });

        Assert.Equal(EmulatorCredentials.KpnClientId, kpn.State.Text("account"));
        Assert.EndsWith("Z", kpn.State.Text("purchasedAt"), StringComparison.Ordinal);
        Assert.Matches("^sha256:[0-9a-f]{12}$", seven.State.Text("account"));
    }

    [Fact]
    public async Task Read_UnderCredentialsThatDoNotFindIt_IsAnErrorThatNamesBothAccounts()
    {
        var owned = await OfAnotherAccountAsync();
        Numbers.Carriers.Kpn.Account.Cancel("447700900650");

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.RefreshAsync(owned));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Contains("another-client", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Contains(EmulatorCredentials.KpnClientId, failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_UnderChangedCredentialsThatFindIt_RecordsThem()
    {
        var read = await Numbers.RefreshAsync(await OfAnotherAccountAsync());

        Assert.Equal(EmulatorCredentials.KpnClientId, read!.State.Text("account"));
    }

    [Fact]
    public async Task Delete_UnderCredentialsThatDoNotFindIt_IsAnErrorThatNamesBothAccounts()
    {
        var owned = await OfAnotherAccountAsync();
        Numbers.Carriers.Kpn.Account.Cancel("447700900650");

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.DeleteAsync(owned));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Contains("another-client", failure.Status.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DiffConfig_OfOtherCredentials_DoesNotReplaceTheProvider()
    {
        var diff = await Numbers.Client.DiffConfigAsync(new DiffRequest
        {
            Urn = ProviderHarness.UrnOf("pulumi:providers:numbers", "default"),
            Olds = Wire.Of(new { kpnClientId = "a", kpnClientSecret = "x" }),
            OldInputs = Wire.Of(new { kpnClientId = "a", kpnClientSecret = "x" }),
            News = Wire.Of(new { kpnClientId = "b", kpnClientSecret = "y" }),
        });

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, diff.Changes);
        Assert.Empty(diff.Replaces);
    }

    private async Task<ResourceUnderTest> OfAnotherAccountAsync()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Declared);
        await Numbers.NewRunAsync();
        return owned with { State = owned.State.With(new { account = "another-client" }) };
    }
}
