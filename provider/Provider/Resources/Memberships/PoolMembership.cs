using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Pools;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>The set of numbers that a pool of Vonage's Number Pools API shall hold. Its id is <c>account/pool</c>.</summary>
[ResourceType("numbers:index:PoolMembership", """
    The set of numbers that a Vonage number pool shall hold.

    Order, duplicates and spelling mean nothing: a changed set shows number by number. Numbers are added before others are removed. Where
    Vonage refuses some of them, the others are done, the state says what the pool holds, each refused number is named with Vonage's
    reason, and the next `pulumi up` does what is left.

    With `authoritative` (the default) the resource owns the whole pool: what somebody else added is drift and is removed. Without it,
    several memberships can share a pool; each looks only at the numbers that it declares.

    ## Import

    An import takes all that the pool holds, authoritatively.

    ```sh
    pulumi import numbers:index:PoolMembership senders a1b2c3d4/senders
    ```
    """)]
public sealed class PoolMembership(CarrierAccounts accounts) : Resource<PoolMembershipArgs, PoolMembershipState>
{
    private static readonly PropertyPath NumbersPath = PropertyPath.Of<PoolMembershipArgs>(args => args.Numbers);

    /// <inheritdoc/>
    public override Task<PoolMembershipArgs> CheckAsync(CheckContext<PoolMembershipArgs> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        var account = accounts.PoolAccount(check, args => args.AccountId);
        var pool = account is not null && check.IsKnown(args => args.PoolId) ? new PoolAddress(account, check.Inputs.PoolId) : null;
        accounts.Run.Memberships.Declare(check.Urn, pool, check.Inputs.Numbers);
        return Task.FromResult(check.Inputs with { AccountId = account });
    }

    /// <inheritdoc/>
    public override ResourceDiff Diff(DiffRequest<PoolMembershipArgs, PoolMembershipState> request, ResourceDiff proposed)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(proposed);
        return GivesUpAuthority(request.Inputs, request.State)
            ? proposed with { Changes = [.. proposed.Changes.Where(change => !(change.Kind == ChangeKind.Delete && NumbersPath.Contains(change.Path)))] }
            : proposed;
    }

    /// <inheritdoc/>
    public override async Task PreviewCreateAsync(
        CreateRequest<PoolMembershipArgs> request, StatePreview<PoolMembershipState> preview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.IsKnown(args => args.Authoritative) && IsAuthoritative(request.Inputs))
            await new TakeoverPreview(accounts, request).ShowAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<Outcome<PoolMembershipState>> CreateAsync(
        CreateRequest<PoolMembershipArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var goal = new PoolGoal
        {
            Pool = vonage.AddressOf(request.Inputs.AccountId, request.Inputs.PoolId),
            Desired = request.Inputs.Numbers,
            Authoritative = IsAuthoritative(request.Inputs),
        };
        return await ReachAsync(vonage, goal, request, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<ReadOutcome<PoolMembershipArgs, PoolMembershipState>?> ReadAsync(
        ReadRequest<PoolMembershipArgs, PoolMembershipState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var pool = vonage.AddressOf(request.Id);
        IReadOnlySet<Msisdn> held;
        try
        {
            held = await vonage.Reconciler.ListAsync(pool, cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.NotFound)
        {
            return null;
        }

        var prior = request.State ?? request.Inputs;
        var authoritative = prior is null || IsAuthoritative(prior);
        var own = OwnNumbers(request.Inputs, request.State);
        if (authoritative && prior is not null)
            accounts.Run.Strangers.Saw(request.Urn, held.Where(number => !own.Contains(number)));
        var state = new PoolMembershipState
        {
            AccountId = pool.AccountId,
            PoolId = pool.PoolId,
            Authoritative = authoritative,
            Numbers = authoritative ? held : held.Where(own.Contains).ToFrozenSet(),
        };
        return new ReadOutcome<PoolMembershipArgs, PoolMembershipState>(pool.ToString(), state, state);
    }

    /// <inheritdoc/>
    public override async Task PreviewUpdateAsync(
        UpdateRequest<PoolMembershipArgs, PoolMembershipState> request, StatePreview<PoolMembershipState> preview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!IsAuthoritative(request.State) && request.IsKnown(args => args.Authoritative) && IsAuthoritative(request.Inputs))
            await new TakeoverPreview(accounts, request).ShowAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<Outcome<PoolMembershipState>> UpdateAsync(
        UpdateRequest<PoolMembershipArgs, PoolMembershipState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var pool = vonage.AddressOf(request.Id);
        var goal = new PoolGoal
        {
            Pool = pool,
            Desired = request.Inputs.Numbers,
            Authoritative = IsAuthoritative(request.Inputs),
            DeclaredBefore = DeclaredBefore(request, pool),
        };
        return await ReachAsync(vonage, goal, request, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(
        DeleteRequest<PoolMembershipArgs, PoolMembershipState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var pool = vonage.AddressOf(request.Id);
        if (accounts.Run.Memberships.IsDeclared(request.Urn, pool))
        {
            request.Log.Info($"The numbers of pool {pool} stay where they are: the replacement is for the same pool.");
            return;
        }

        var shared = accounts.Run.Memberships.DeclaredByOthers(request.Urn, pool, request.State.Numbers);
        if (shared.Count > 0)
            request.Log.Info($"{NumberList.Of(shared)} stay in pool {pool}: another membership of this program declares them.");

        var leaving = request.State.Numbers.Where(number => !shared.Contains(number)).ToFrozenSet();
        var removal = await vonage.Reconciler.RemoveAsync(pool, leaving, new StatusProgress(request.Log), cancellationToken);
        if (!removal.IsComplete)
            throw MembershipFailures.Incomplete($"take the numbers out of pool {pool}", removal);
    }

    /// <inheritdoc/>
    public override async IAsyncEnumerable<ListedResource> ListAsync(
        ListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        await foreach (var pool in vonage.Client.ListPoolsAsync(vonage.AccountId, cancellationToken))
            yield return new ListedResource(pool.Address.ToString(), pool.Address.PoolId);
    }

    private static async Task<Outcome<PoolMembershipState>> ReachAsync(
        VonagePools vonage, PoolGoal goal, InputRequest<PoolMembershipArgs> request, CancellationToken cancellationToken)
    {
        var reached = await vonage.Reconciler.ReconcileAsync(goal, new StatusProgress(request.Log), cancellationToken);
        if (!reached.IsComplete && !reached.ChangedAnything)
            throw MembershipFailures.Incomplete($"fill pool {goal.Pool}", reached);

        if (goal.Authoritative && reached.RemovedOfOthers is { Count: > 0 } strangers)
        {
            request.Log.Warning(
                $"Removed {NumberList.Of(strangers)} from pool {goal.Pool}, which this membership never added. If another membership or " +
                "person manages them, set `authoritative: false` here.");
        }

        var state = new PoolMembershipState
        {
            AccountId = goal.Pool.AccountId,
            PoolId = goal.Pool.PoolId,
            Authoritative = goal.Authoritative,
            Numbers = goal.Authoritative
                ? reached.Held
                : reached.Held.Where(number => goal.Desired.Contains(number) || goal.DeclaredBefore.Contains(number)).ToFrozenSet(),
        };
        return new Outcome<PoolMembershipState>(goal.Pool.ToString(), state)
        {
            Problems = MembershipFailures.Problems(reached),
        };
    }

    /// <summary>What the membership put into the pool before and may take out again, or take out without a warning.</summary>
    private FrozenSet<Msisdn> DeclaredBefore(UpdateRequest<PoolMembershipArgs, PoolMembershipState> request, PoolAddress pool)
    {
        if (GivesUpAuthority(request.Inputs, request.State))
            return FrozenSet<Msisdn>.Empty;

        var own = accounts.Run.Strangers.ExceptFrom(request.Urn, OwnNumbers(request.PriorInputs, request.State));
        var shared = accounts.Run.Memberships.DeclaredByOthers(request.Urn, pool, own);
        return own.Where(number => !shared.Contains(number)).ToFrozenSet();
    }

    /// <summary>Whether the program leaves the rest of the pool to others from now on: what it no longer declares then stays.</summary>
    private static bool GivesUpAuthority(PoolMembershipArgs inputs, PoolMembershipState state) =>
        IsAuthoritative(state) && !IsAuthoritative(inputs);

    private static bool IsAuthoritative(PoolMembershipArgs args) => args.Authoritative ?? true;

    /// <summary>All that the membership declared or, after a failure, still has in the pool.</summary>
    private static FrozenSet<Msisdn> OwnNumbers(PoolMembershipArgs? inputs, PoolMembershipState? state) =>
        (inputs?.Numbers ?? FrozenSet<Msisdn>.Empty).Concat(state?.Numbers ?? FrozenSet<Msisdn>.Empty).ToFrozenSet();
}
