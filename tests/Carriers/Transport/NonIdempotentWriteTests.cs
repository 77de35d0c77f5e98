using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Tests.Carriers.Doubles;

namespace PulumiNumbers.Tests.Carriers.Transport;

public sealed class NonIdempotentWriteTests
{
    private readonly ScriptedWrite _carrier = new();

    [Fact]
    public async Task ExistingEffect_IsNotWrittenAgain()
    {
        _carrier.IsDone = true;

        var outcome = await _carrier.RunAsync();

        Assert.Equal((WriteStatus.Done, true, 0), (outcome.Status, outcome.WasThereBefore, _carrier.Sends));
    }

    [Fact]
    public async Task ClearResponse_IsDone_WithoutAnotherLook()
    {
        var outcome = await _carrier.RunAsync();

        Assert.Equal((WriteStatus.Done, 1, 1), (outcome.Status, _carrier.Sends, _carrier.Looks));
    }

    [Theory]
    [InlineData(CarrierErrorKind.Conflict)]
    [InlineData(CarrierErrorKind.RateLimited)]
    [InlineData(CarrierErrorKind.InsufficientFunds)]
    public async Task ClearRefusal_IsNotDone(CarrierErrorKind kind)
    {
        _carrier.Script.Enqueue((kind, false));

        var outcome = await _carrier.RunAsync();

        Assert.Equal((WriteStatus.NotDone, kind, 1), (outcome.Status, outcome.LastError!.Kind, _carrier.Sends));
    }

    [Fact]
    public async Task LostResponse_WithVisibleEffect_IsDone()
    {
        _carrier.Script.Enqueue((CarrierErrorKind.Ambiguous, true));
        _carrier.VisibleAfterLooks = 4;

        var outcome = await _carrier.RunAsync();

        Assert.Equal((WriteStatus.Done, 1), (outcome.Status, _carrier.Sends));
        Assert.NotNull(outcome.Observed);
    }

    [Fact]
    public async Task LostResponse_WithLagBeyondEveryWait_IsIndeterminate()
    {
        _carrier.Script.Enqueue((CarrierErrorKind.Ambiguous, true));
        _carrier.VisibleAfterLooks = int.MaxValue;

        var outcome = await _carrier.RunAsync();

        Assert.Equal((WriteStatus.Indeterminate, 1), (outcome.Status, _carrier.Sends));
    }

    [Fact]
    public async Task Refusal_AfterLostResponse_DoesNotProveThatNothingHappened()
    {
        _carrier.Script.Enqueue((CarrierErrorKind.Ambiguous, true));
        _carrier.Script.Enqueue((CarrierErrorKind.Conflict, false));
        _carrier.VisibleAfterLooks = int.MaxValue;

        var outcome = await _carrier.RunAsync(maxSends: 3);

        Assert.Equal((WriteStatus.Indeterminate, CarrierErrorKind.Conflict, 2), (outcome.Status, outcome.LastError!.Kind, _carrier.Sends));
    }

    [Fact]
    public async Task LooksThatAllFail_AllowNoOtherAttempt()
    {
        _carrier.Script.Enqueue((CarrierErrorKind.Ambiguous, true));
        _carrier.FailingLooks = int.MaxValue;

        var outcome = await _carrier.RunAsync(maxSends: 3);

        Assert.Equal((WriteStatus.Indeterminate, 1), (outcome.Status, _carrier.Sends));
    }

    [Fact]
    public async Task LookBefore_ThatFails_SendsNothing()
    {
        _carrier.FailingLooks = int.MaxValue;
        _carrier.FailsBefore = true;

        await Assert.ThrowsAsync<CarrierException>(() => _carrier.RunAsync());

        Assert.Equal(0, _carrier.Sends);
    }

    [Fact]
    public void AnyScript_SendsAtMostOncePerLook_AndNeverReportsAnExecutedWriteAsNotDone()
    {
        var random = new RandomCases();
        for (var number = 0; number < random.Count; number++)
        {
            var carrier = new ScriptedWrite { VisibleAfterLooks = random.Next(0, 12), FailingLooks = random.Next(0, 3) };
            CarrierErrorKind[] kinds = [CarrierErrorKind.Ambiguous, CarrierErrorKind.Conflict, CarrierErrorKind.RateLimited, CarrierErrorKind.Timeout];
            for (var send = random.Next(0, 4); send > 0; send--)
            {
                var kind = kinds[random.Next(0, kinds.Length)];
                carrier.Script.Enqueue((kind, kind is CarrierErrorKind.Ambiguous or CarrierErrorKind.Timeout && random.Next(0, 2) == 0));
            }

            var outcome = carrier.RunAsync(maxSends: random.Next(1, 4)).GetAwaiter().GetResult();

            Assert.True(carrier.Sends <= carrier.Looks, random.Describe(number));
            Assert.False(outcome.Status == WriteStatus.NotDone && carrier.IsDone, random.Describe(number));
            Assert.False(outcome.Status == WriteStatus.Done && !carrier.IsDone, random.Describe(number));
        }
    }

    /// <summary>A carrier with one thing to write: it can lose responses, execute or not, and show the effect late.</summary>
    private sealed class ScriptedWrite
    {
        private int _looksSinceDone;

        public Queue<(CarrierErrorKind Kind, bool IsExecuted)> Script { get; } = new();

        public bool IsDone { get; set; }

        public int VisibleAfterLooks { get; set; }

        public int FailingLooks { get; set; }

        public bool FailsBefore { get; set; }

        public int Sends { get; private set; }

        public int Looks { get; private set; }

        public Task<WriteOutcome<string>> RunAsync(int maxSends = 1) => new NonIdempotentWrite(
            new NonIdempotentWriteOptions { MaxSends = maxSends }, new FakeTime()).ExecuteAsync(LookAsync, SendAsync, default, default);

        private Task<string?> LookAsync(CancellationToken cancellationToken)
        {
            Looks++;
            if ((Sends > 0 || FailsBefore) && FailingLooks-- > 0)
                return Task.FromException<string?>(Some.Error(CarrierErrorKind.Unavailable));
            return Task.FromResult(IsDone && _looksSinceDone++ >= VisibleAfterLooks ? "there" : null);
        }

        private Task SendAsync(CancellationToken cancellationToken)
        {
            Sends++;
            if (!Script.TryDequeue(out var step))
            {
                IsDone = true;
                return Task.CompletedTask;
            }

            IsDone |= step.IsExecuted;
            return Task.FromException(Some.Error(step.Kind));
        }
    }
}
