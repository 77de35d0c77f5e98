using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Vonage.Pools;

public sealed class PoolCreatorTests
{
    private static readonly Pool Wanted = new()
    {
        Address = PoolTestData.Address,
        Fallback = PoolFallback.Reject,
        LocalizedSenderPreferred = true,
        PredictableSenderPreferred = false,
    };

    private readonly JumpingTime _time = new();

    [Fact]
    public async Task Create_LostResponse_PoolVisibleLater_IsOurs()
    {
        var model = Model(fault: PoolFault.LostAfterEffect, lag: TimeSpan.FromMilliseconds(400));

        var result = await CreateAsync(model);

        Assert.Equal((CreationOutcome.Created, Wanted), (result.Outcome, result.Item));
        Assert.Single(model.Requests, "create");
    }

    [Fact]
    public async Task Create_PoolExistedBefore_IsNotOursAndNothingIsSent()
    {
        var model = Model(fault: PoolFault.LostAfterEffect);
        model.Settings = Wanted;

        var result = await CreateAsync(model);

        Assert.Equal(CreationOutcome.Exists, result.Outcome);
        Assert.DoesNotContain("create", model.Requests);
    }

    [Fact]
    public async Task Create_SomebodyElseCreatedAnotherOneMeanwhile_IsNotOurs()
    {
        var model = Model(fault: PoolFault.LostBeforeEffect);
        model.BeforeRequest = request => model.Settings = request == "create" ? Wanted with { Fallback = PoolFallback.Pool } : model.Settings;

        var result = await CreateAsync(model);

        Assert.Equal(CreationOutcome.Exists, result.Outcome);
    }

    [Fact]
    public async Task Create_LostBeforeEffect_IsSentAgain_AndARefusalAfterALostResponseSpeaksForIt()
    {
        var lostBefore = Model(fault: PoolFault.LostBeforeEffect);
        var visibleLate = Model(fault: PoolFault.LostAfterEffect, lag: TimeSpan.FromSeconds(40));

        Assert.Equal(CreationOutcome.Created, (await CreateAsync(lostBefore)).Outcome);
        Assert.Equal(CreationOutcome.Created, (await CreateAsync(visibleLate)).Outcome);
        Assert.Equal(2, visibleLate.Requests.Count(request => request == "create"));
    }

    [Fact]
    public async Task Create_NeverVisible_IsIndeterminate()
    {
        var model = Model(fault: PoolFault.LostAfterEffect, lag: TimeSpan.FromDays(1));

        var result = await CreateAsync(model, maxRetries: 0);

        Assert.Equal((CreationOutcome.Indeterminate, CarrierErrorKind.Timeout), (result.Outcome, result.Failure?.Kind));
        Assert.Single(model.Requests, "create");
    }

    [Fact]
    public async Task Create_Refused_IsAnError()
    {
        var failure = await Assert.ThrowsAsync<CarrierException>(() => CreateAsync(Model(fault: PoolFault.Rejected)));

        Assert.Equal(CarrierErrorKind.InvalidRequest, failure.Kind);
    }

    private PoolModel Model(PoolFault fault, TimeSpan lag = default)
    {
        var faults = new Queue<PoolFault>([fault]);
        return new PoolModel
        {
            Clock = _time,
            Lag = lag,
            Faults = request => request == "create" && faults.TryDequeue(out var due) ? due : PoolFault.None,
        };
    }

    private Task<CreationResult<Pool>> CreateAsync(PoolModel model, int maxRetries = 4) =>
        new PoolCreator(model, maxRetries, _time).CreateAsync(Wanted, CancellationToken.None);
}
