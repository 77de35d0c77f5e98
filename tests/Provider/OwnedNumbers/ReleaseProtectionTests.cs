using Grpc.Core;
using PulumiNumbers.Tests.Provider.Harness;
using Pulumirpc;

namespace PulumiNumbers.Tests.Provider.OwnedNumbers;

public sealed class ReleaseProtectionTests : ProviderTest
{
    [Fact]
    public async Task Delete_OfAProtectedNumber_FailsAndSaysHowToLiftIt()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Declared(true));

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.DestroyAsync(owned));

        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Contains("releaseProtection: false", failure.Status.Detail, StringComparison.Ordinal);
        Assert.Empty(Numbers.Carriers.Ledger.Releases());
        await Numbers.DestroyAsync(await Numbers.UpdateAsync(owned, Declared(false)));
        Assert.Single(Numbers.Carriers.Ledger.Releases());
    }

    [Fact]
    public async Task Replacement_OfAProtectedNumber_IsRefusedBeforeAnythingIsBought()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Declared(true));
        await Numbers.NewRunAsync();
        object other = new { carrier = "vonage", country = "GB", number = "447700900251", releaseProtection = true };
        Assert.Equal(["number"], (await Numbers.DiffAsync(owned, other)).Replaces);

        var preview = await Assert.ThrowsAsync<RpcException>(() => Numbers.PreviewAsync(Tokens.OwnedNumber, "hotline", other));
        var failure = await Numbers.CreateFailsAsync(Tokens.OwnedNumber, "hotline", other);

        Assert.Equal((StatusCode.FailedPrecondition, StatusCode.FailedPrecondition), (preview.StatusCode, failure.StatusCode));
        Assert.Single(Numbers.Carriers.Ledger.Purchases());
    }

    [Fact]
    public async Task DefaultOfTheProvider_ProtectsWhatDoesNotSayOtherwise_AndShowsInThePlan()
    {
        var owned = await Numbers.CreateAsync(Tokens.OwnedNumber, "hotline", Declared(null));
        await Numbers.NewRunAsync(new { maxRetries = "0", releaseProtection = "true" });

        var failure = await Assert.ThrowsAsync<RpcException>(() => Numbers.DeleteAsync(owned));
        var diff = await Numbers.DiffAsync(owned, Declared(null));

        Assert.Equal(DiffResponse.Types.DiffChanges.DiffSome, diff.Changes);
        Assert.Empty(diff.Replaces);
        Assert.Equal(StatusCode.FailedPrecondition, failure.StatusCode);
        Assert.Equal(DiffResponse.Types.DiffChanges.DiffNone, (await Numbers.DiffAsync(await Numbers.UpdateAsync(owned, Declared(null)), Declared(null))).Changes);
    }

    private static object Declared(bool? releaseProtection) => new { carrier = "vonage", country = "GB", number = "447700900250", releaseProtection };
}
