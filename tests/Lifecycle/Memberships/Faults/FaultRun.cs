using PulumiNumbers.Emulator;
using PulumiNumbers.Emulator.Faults;
using PulumiNumbers.Engine;
using PulumiNumbers.Engine.State;
using PulumiNumbers.Tests.Lifecycle.Support;

namespace PulumiNumbers.Tests.Lifecycle.Memberships.Faults;

/// <summary>Plays one row: a state to start from, a run under the fault, and one without it.</summary>
internal sealed class FaultRun
{
    private const int Speed = 20;

    private static readonly string[] Desired = Membership.Numbers(0, 1, 2);

    // Far beyond what any row needs: it tells an end from none.
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(2);

    private readonly FaultCase _row;
    private readonly StackBench _bench;

    private FaultRun(FaultCase row, StackBench bench)
    {
        _row = row;
        _bench = bench;
    }

    // One number goes through its own address, more as a series.
    private string[] Leaving => _row.Request == PoolRequest.RemoveOne ? Membership.Numbers(3) : Membership.Numbers(3, 4, 5);

    private IReadOnlyList<string> Held => _bench.Carriers.Vonage.Pools.Find(Membership.Pool) is null ? [] : _bench.Carriers.Vonage.Pools.NumbersOf(Membership.Pool);

    private ResourceState? Saved => _bench.State.Find("one");

    public static async Task PlayAsync(FaultCase row)
    {
        await using var bench = await StackBench.StartAsync(new BenchOptions
        {
            Carriers = new EmulatorOptions { VonageOwnedNumbers = 10 },
            PluginClock = new HurriedClock(Speed),
            Configuration = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["maxRetries"] = "1",

                // Patience is short only where it is bound to be in vain, and answers must hurry only where the fault is silence: a busy
                // machine is to fail no row.
                ["subscriptionWait"] = row.Lasts ? "5" : "600",
                ["requestTimeout"] = row.Misbehaviour == Misbehaviour.TooLate ? "60" : "600",
            },
        });
        var run = new FaultRun(row, bench);
        await run.PrepareAsync();
        await run.SufferAsync();
        await run.RecoverAsync();
    }

    private async Task PrepareAsync()
    {
        _bench.Carriers.Vonage.Pools.Create(Membership.Pool);
        switch (_row.Verb)
        {
            case Verb.Create:
                _bench.Carriers.Vonage.Pools.Add(Membership.Pool, Leaving);
                break;
            case Verb.Update:
                await _bench.UpAsync(Membership.Of([Desired[0], .. Leaving]));
                break;
            case Verb.Delete:
                await _bench.UpAsync(Membership.Of(Leaving));
                break;
            case Verb.Refresh:
                await _bench.UpAsync(Membership.Of(Desired));
                _bench.Carriers.Vonage.Pools.Remove(Membership.Pool, Desired[0]);
                _bench.Carriers.Vonage.Pools.Add(Membership.Pool, Membership.Number(6));
                break;
            default:
                throw new InvalidOperationException($"There is no verb {_row.Verb}.");
        }
    }

    private async Task SufferAsync()
    {
        var savedBefore = Saved;
        var heldBefore = Held;
        var named = _row.Request == PoolRequest.Add ? [.. Desired.Except(heldBefore, StringComparer.Ordinal)] : Leaving;
        var fault = _bench.Carriers.Faults.Add(FaultRules.Of(_row, named, () => _bench.Carriers.Vonage.Pools.Delete(Membership.Pool)));
        var result = await DoAsync().WaitAsync(Bound);

        Assert.Equal(_row.IsMet, fault.Struck > 0);
        Assert.True(_row.Succeeds == result.Succeeded, result.Succeeded ? "It succeeded." : string.Join('\n', result.Errors));
        if (!result.Succeeded)
            Assert.Contains(result.Errors, error => error.Contains("vonage", StringComparison.Ordinal) && error.Contains(Membership.Pool, StringComparison.Ordinal));
        AssertTruth(result, savedBefore, heldBefore);
    }

    private void AssertTruth(DeploymentResult result, ResourceState? savedBefore, IReadOnlyList<string> heldBefore)
    {
        if (!result.Succeeded && _row.Verb == Verb.Refresh)
        {
            // What could not be read is as last known.
            Assert.Equal(Membership.NumbersOf(savedBefore!), Membership.NumbersOf(Saved!));
        }
        else if (!result.Succeeded && _row.Verb == Verb.Delete)
        {
            // A deletion that fails half-way has no way of saying so to an engine, which keeps the resource: nothing in the pool is forgotten.
            Assert.Equal(Membership.NumbersOf(savedBefore!), Membership.NumbersOf(Saved!));
            Assert.Subset(Membership.NumbersOf(Saved!).ToHashSet(), Held.ToHashSet());
        }
        else if (_row is { Misbehaviour: Misbehaviour.PoolGone, Verb: Verb.Update })
        {
            // The error names `pulumi up --refresh`, which finds the pool gone; until then nothing new is claimed.
            Assert.Subset(Membership.NumbersOf(savedBefore!).ToHashSet(), Membership.NumbersOf(Saved!).ToHashSet());
        }
        else if (Saved is { } saved)
        {
            Assert.Equal(Held, Membership.NumbersOf(saved));
        }
        else if (_row.Verb == Verb.Delete)
        {
            Assert.Empty(Held);
        }
        else if (_row.Misbehaviour == Misbehaviour.PoolGone)
        {
            Assert.Null(_bench.Carriers.Vonage.Pools.Find(Membership.Pool));
        }
        else
        {
            Assert.Equal(heldBefore, Held);
        }

        Assert.Empty(_bench.State.PendingOperations);
    }

    private async Task RecoverAsync()
    {
        _bench.Carriers.Faults.Clear();
        if (_bench.Carriers.Vonage.Pools.Find(Membership.Pool) is null)
            _bench.Carriers.Vonage.Pools.Create(Membership.Pool);

        var result = await DoAsync(refresh: _row.Misbehaviour == Misbehaviour.PoolGone).WaitAsync(Bound);

        Assert.True(result.Succeeded, string.Join('\n', result.Errors));
        if (_row.Verb is Verb.Create or Verb.Update)
            Assert.Equal(Desired, Held);
        if (Saved is { } saved)
        {
            Assert.Equal(Held, Membership.NumbersOf(saved));
            Assert.Empty(saved.InitErrors);
        }
        else
        {
            Assert.Empty(Held);
        }
    }

    private Task<DeploymentResult> DoAsync(bool refresh = false) => _row.Verb switch
    {
        Verb.Delete => _bench.Engine.DestroyAsync(),
        Verb.Refresh => _bench.Engine.RefreshAsync(),
        _ => _bench.Engine.UpAsync(Membership.Of(Desired), new() { Refresh = refresh }),
    };
}
