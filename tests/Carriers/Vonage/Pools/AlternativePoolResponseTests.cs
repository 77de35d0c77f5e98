using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Vonage.Pools;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

/// <summary>The statuses in which Vonage's documents disagree with each other, the other way round.</summary>
public sealed class AlternativePoolResponseTests : EmulatedCarriers
{
    private static readonly Pool Wanted = new()
    {
        Address = Customers,
        Fallback = PoolFallback.Pool,
        LocalizedSenderPreferred = false,
        PredictableSenderPreferred = true,
    };

    protected override EmulatorOptions Options { get; } = new()
    {
        Behavior = EmulatorProfile.Default with
        {
            PoolAnswers = PoolAnswerStyle.Alternative,
            PoolDeletion = PoolDeletion.WrongVerb,
            RemovalErrors = RemovalErrorShape.Unwrapped,
        },
    };

    [Fact]
    public async Task EitherDocumentedStatus_IsASuccess()
    {
        var pools = Pools();
        var number = PoolNumber.Parse("447700900000");

        Assert.Equal(Wanted, await pools.CreatePoolAsync(Wanted, default));
        Assert.Equal(Wanted, await pools.UpdatePoolAsync(Customers, new PoolPatch { Fallback = PoolFallback.Pool }, default));
        Assert.Equal([number], (await pools.AddNumbersAsync(Customers, [number], default)).Succeeded);
        Assert.Equal([number], (await pools.RemoveNumbersAsync(Customers, [number], default)).Succeeded);
        Assert.Equal(number, Assert.Single((await pools.RemoveNumbersAsync(Customers, [number], default)).Failures).Number);
    }

    [Fact]
    public async Task DeletePool_AccountCannot_IsUnsupported()
    {
        var pools = Pools();
        await pools.CreatePoolAsync(Wanted, default);

        var failure = await Assert.ThrowsAsync<CarrierException>(() => pools.DeletePoolAsync(Customers, default));

        Assert.Equal(CarrierErrorKind.Unsupported, failure.Kind);
    }
}
