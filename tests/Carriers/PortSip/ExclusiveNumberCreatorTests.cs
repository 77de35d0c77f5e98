using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.PortSip;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Tests.Carriers.Doubles;
using Xunit.Abstractions;

namespace PulumiNumbers.Tests.Carriers.PortSip;

public sealed class ExclusiveNumberCreatorTests(ITestOutputHelper output)
{
    // Beyond the time for which a number is looked for.
    private static readonly int[] LagsInSeconds = [0, 0, 1, 20, 600];

    private static readonly ExclusiveNumberSettings Wanted = new() { Number = "447700900123", Description = "VIP" };

    private readonly JumpingTime _time = new();

    [Theory]
    [InlineData(nameof(PbxFault.LostBeforeEffect))]
    [InlineData(nameof(PbxFault.LostAfterEffect))]
    public async Task Create_LostResponse_EqualNumberOfSomebodyElseExistedBefore_IsNeverOurs(string fault)
    {
        var pbx = new PbxModel(_time) { Faults = Once("create", Enum.Parse<PbxFault>(fault)), IsUnique = false };
        var theirs = pbx.Put(Wanted, _time.GetUtcNow());

        var result = await CreateAsync(pbx);

        Assert.Equal((CreationOutcome.Exists, theirs.Id), (result.Outcome, result.Item?.Id));
        Assert.Empty(pbx.CreatedByUs);
    }

    [Fact]
    public async Task Create_LostResponse_NumberListedLater_IsOurs()
    {
        var pbx = new PbxModel(_time) { Faults = Once("create", PbxFault.LostAfterEffect), Lag = TimeSpan.FromSeconds(8) };

        var result = await CreateAsync(pbx);

        Assert.Equal((CreationOutcome.Created, Assert.Single(pbx.CreatedByUs)), (result.Outcome, result.Item?.Id));
    }

    [Fact]
    public async Task Create_LostResponse_NeverListed_IsIndeterminateAndNotSentAgain()
    {
        var pbx = new PbxModel(_time) { Faults = Once("create", PbxFault.LostAfterEffect), Lag = TimeSpan.FromDays(1), IsUnique = false };

        var result = await CreateAsync(pbx);

        Assert.Equal(CreationOutcome.Indeterminate, result.Outcome);
        Assert.Single(pbx.Requests, "create");
    }

    [Fact]
    public async Task Create_SeveralTogether_ShareTheLookBefore()
    {
        var pbx = new PbxModel(_time);
        var creator = new ExclusiveNumberCreator(pbx, TimeProvider.System);

        for (var number = 0; number < 20; number++)
            await creator.CreateAsync(new ExclusiveNumberSettings { Number = $"4477009001{number:00}" }, CancellationToken.None);

        Assert.Equal(20, pbx.CreatedByUs.Count);
        Assert.Single(pbx.Requests, "list");
    }

    [Fact]
    public async Task Create_SameNumberTwiceInOneProgram_TheSecondExists()
    {
        var pbx = new PbxModel(_time) { IsUnique = false };
        var creator = new ExclusiveNumberCreator(pbx, TimeProvider.System);

        await creator.CreateAsync(Wanted, CancellationToken.None);
        var second = await creator.CreateAsync(Wanted, CancellationToken.None);

        Assert.Equal(CreationOutcome.Exists, second.Outcome);
        Assert.Single(pbx.CreatedByUs);
    }

    [Fact]
    public Task Create_WhateverHappens_CreatesAtMostOneNumberAndNeverLosesIt() => PropertyCases.RunAsync(output, CheckAsync);

    private static async Task CheckAsync(Random random)
    {
        var time = new JumpingTime();
        var faults = Enum.GetValues<PbxFault>();
        var faultRate = random.Next(3) * 0.35;
        var pbx = new PbxModel(time)
        {
            IsUnique = random.Next(2) == 0,
            Lag = TimeSpan.FromSeconds(LagsInSeconds[random.Next(LagsInSeconds.Length)]),
            Faults = _ => random.NextDouble() < faultRate ? faults[random.Next(faults.Length)] : PbxFault.None,
        };
        var theirs = new List<string>();
        if (random.Next(3) == 0)
            theirs.Add(pbx.Put(random.Next(2) == 0 ? Wanted : Wanted with { Description = "theirs" }, time.GetUtcNow() - TimeSpan.FromHours(1)).Id);
        var competes = random.Next(4) == 0;
        using var cancellation = new CancellationTokenSource();
        var cancelAt = random.Next(3) == 0 ? random.Next(1, 5) : 0;
        pbx.BeforeRequest = _ =>
        {
            if (pbx.Requests.Count == cancelAt)
                cancellation.Cancel();
            if (competes && random.Next(3) == 0)
                theirs.Add(pbx.Put(Wanted with { Enabled = false, Description = "theirs" }, time.GetUtcNow()).Id);
        };
        var creator = new ExclusiveNumberCreator(pbx, time);

        CreationResult<ExclusiveNumberInfo>? result = null;
        try
        {
            result = await creator.CreateAsync(Wanted, cancellation.Token);
        }
        catch (Exception failure) when (failure is CarrierException or OperationCanceledException)
        {
            // Only where nothing was created.
        }

        Assert.InRange(pbx.Requests.Count(request => request == "create"), 0, 1);
        Assert.InRange(pbx.CreatedByUs.Count, 0, 1);
        if (result is { Outcome: CreationOutcome.Created })
            Assert.Equal(pbx.CreatedByUs, [result.Item!.Id]);
        else if (pbx.CreatedByUs.Count > 0)
            Assert.Equal(CreationOutcome.Indeterminate, result?.Outcome);
        if (result is { Outcome: CreationOutcome.Exists })
            Assert.Contains(result.Item!.Id, theirs);
    }

    private static Func<string, PbxFault> Once(string request, PbxFault fault)
    {
        var due = true;
        return actual =>
        {
            if (actual != request || !due)
                return PbxFault.None;
            due = false;
            return fault;
        };
    }

    private Task<CreationResult<ExclusiveNumberInfo>> CreateAsync(PbxModel pbx) =>
        new ExclusiveNumberCreator(pbx, _time).CreateAsync(Wanted, CancellationToken.None);
}
