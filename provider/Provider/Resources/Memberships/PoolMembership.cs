using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Plugin.Model;
using PulumiNumbers.Provider.Accounts;

namespace PulumiNumbers.Provider.Resources.Memberships;

/// <summary>The set of numbers that a pool of Vonage's Number Pools API holds. Its id is <c>account/pool</c>.</summary>
[ResourceType("numbers:index:PoolMembership", """
    The set of numbers that a Vonage number pool holds.

    Order, duplicates and spelling make no difference: a changed set shows number by number. Numbers are added before others are removed. Where
    Vonage refuses some of them, the others are added, as many removals wait, the state says what the pool holds, each refused number is named
    with Vonage's reason, and the next `pulumi up` does what is left.

    With `authoritative` (the default) the resource owns the whole pool: what somebody else added is drift, which `pulumi up --refresh` removes.
    Without it, several memberships can share a pool; each looks only at the numbers that it declares.
    """)]
public sealed class PoolMembership(CarrierAccounts accounts) : Resource<PoolMembershipArgs, PoolMembershipState>,
    IDeploymentParticipant<PoolMembershipArgs, PoolMembershipState>
{
    private static readonly PropertyPath NumbersPath = PropertyPath.Of<PoolMembershipArgs>(args => args.Numbers);

    /// <inheritdoc/>
    public override Task<PoolMembershipArgs> CheckAsync(CheckContext<PoolMembershipArgs> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        var account = accounts.PoolAccount(check, args => args.AccountId);
        return Task.FromResult(check.Inputs with { AccountId = account });
    }

    /// <inheritdoc/>
    public void Declare(Declaration<PoolMembershipArgs> declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var inputs = declaration.Inputs;
        var isKnown = declaration.IsKnown(args => args.AccountId) && declaration.IsKnown(args => args.PoolId) && declaration.IsKnown(args => args.Authoritative);
        accounts.Run.Pools.DeclareMembership(
            declaration.Urn,
            isKnown && inputs.AccountId is { } account
                ? new MembershipDeclaration(new PoolAddress(account, inputs.PoolId), inputs.Numbers, IsAuthoritative(inputs))
                : null);
    }

    /// <inheritdoc/>
    public void Observe(Observation<PoolMembershipArgs, PoolMembershipState> observation)
    {
        // Only what is declared counts; the numbers of others are recorded where they are told apart, in Read.
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
        if (KnownPool(request) is { } pool && request.IsKnown(args => args.Authoritative))
        {
            EnsureNoConflict(request, pool);
            if (IsAuthoritative(request.Inputs))
                await WarnOfTakeoverAsync(request, pool, cancellationToken);
        }
    }

    /// <inheritdoc/>
    public override async Task<Outcome<PoolMembershipState>> CreateAsync(
        CreateRequest<PoolMembershipArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var desired = new DesiredPool
        {
            Pool = vonage.AddressOf(request.Inputs.AccountId, request.Inputs.PoolId),
            Declared = request.Inputs.Numbers,
            RemovesOthers = IsAuthoritative(request.Inputs),
        };
        EnsureNoConflict(request, desired.Pool);
        return await ReconcileAsync(vonage, desired, request, cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<ReadOutcome<PoolMembershipArgs, PoolMembershipState>?> ReadAsync(
        ReadRequest<PoolMembershipArgs, PoolMembershipState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var pool = vonage.AddressOf(request.Id);
        IReadOnlySet<PoolNumber> held;
        try
        {
            held = await vonage.Listings.ListNumbersAsync(pool, cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.NotFound)
        {
            vonage.EnsureSameAccount(pool, request.Urn, LastSeenBy(request.State));
            return null;
        }

        var prior = request.State ?? request.Inputs;
        var authoritative = prior is null || IsAuthoritative(prior);
        var own = (request.Inputs?.Numbers ?? FrozenSet<PoolNumber>.Empty).Concat(request.State?.Numbers ?? FrozenSet<PoolNumber>.Empty).ToFrozenSet();
        if (authoritative && prior is not null)
            accounts.Run.Pools.RecordForeign(request.Urn, held.Where(number => !own.Contains(number)));
        var state = new PoolMembershipState
        {
            AccountId = pool.AccountId,
            PoolId = pool.PoolId,
            Authoritative = authoritative,
            Numbers = authoritative ? held : held.Where(own.Contains).ToFrozenSet(),
            ApiKey = vonage.Client.AccountId,
        };
        return new ReadOutcome<PoolMembershipArgs, PoolMembershipState>(pool.ToString(), state, state);
    }

    /// <inheritdoc/>
    public override async Task PreviewUpdateAsync(
        UpdateRequest<PoolMembershipArgs, PoolMembershipState> request, StatePreview<PoolMembershipState> preview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (KnownPool(request) is { } pool && request.IsKnown(args => args.Authoritative))
        {
            EnsureNoConflict(request, pool);
            if (TakesOver(request.Inputs, request.State))
                await WarnOfTakeoverAsync(request, pool, cancellationToken);
            else if (request.IsKnown(args => args.Numbers))
                WarnOf(request, pool, request.State.Numbers.Intersect(accounts.Run.Pools.ForeignNumbers(request.Urn)));
        }
    }

    /// <inheritdoc/>
    public override async Task<Outcome<PoolMembershipState>> UpdateAsync(
        UpdateRequest<PoolMembershipArgs, PoolMembershipState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var pool = vonage.AddressOf(request.Id);
        EnsureNoConflict(request, pool);
        var desired = new DesiredPool
        {
            Pool = pool,
            Declared = request.Inputs.Numbers,
            PreviouslyDeclared = PreviouslyDeclared(request, pool),
            RemovesOthers = TakesOver(request.Inputs, request.State),
        };
        try
        {
            return await ReconcileAsync(vonage, desired, request, cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.NotFound)
        {
            vonage.EnsureSameAccount(pool, request.Urn, LastSeenBy(request.State));
            throw PoolMessages.PoolMissing(pool, failure);
        }
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(
        DeleteRequest<PoolMembershipArgs, PoolMembershipState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var pool = vonage.AddressOf(request.Id);
        if (accounts.Run.Pools.IsDeclared(request.Urn, pool))
        {
            request.Log.Info(PoolMessages.KeptForReplacement(pool));
            return;
        }

        var shared = accounts.Run.Pools.DeclaredByOthers(request.Urn, pool, request.State.Numbers);
        if (shared.Count > 0)
            request.Log.Info(PoolMessages.KeptForOthers(pool, shared));

        var leaving = request.State.Numbers.Where(number => !shared.Contains(number)).ToFrozenSet();
        PoolReconciliation removal;
        try
        {
            removal = await vonage.Reconciler.RemoveAsync(pool, leaving, new StatusProgress(request.Log), cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.NotFound)
        {
            vonage.EnsureSameAccount(pool, request.Urn, LastSeenBy(request.State));
            return;
        }
        finally
        {
            vonage.Listings.Invalidate(pool);
        }

        if (removal.Stop is { Kind: CarrierErrorKind.NotFound })
            return;
        if (!removal.IsComplete)
            throw PoolMessages.Incomplete($"remove the numbers from pool {pool}", removal);
        if (!IsAuthoritative(request.State) && removal.Removed.Count > 0)
            request.Log.Info(PoolMessages.GaveUp(pool, removal.Removed));
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

    private async Task<Outcome<PoolMembershipState>> ReconcileAsync(
        VonagePools vonage, DesiredPool desired, InputRequest<PoolMembershipArgs> request, CancellationToken cancellationToken)
    {
        PoolReconciliation result;
        try
        {
            result = await vonage.Reconciler.ReconcileAsync(desired, new StatusProgress(request.Log), cancellationToken);
        }
        finally
        {
            vonage.Listings.Invalidate(desired.Pool);
        }

        if (!result.IsComplete && !result.ChangedAnything)
            throw PoolMessages.Incomplete($"bring pool {desired.Pool} to hold the declared numbers", result);

        var authoritative = IsAuthoritative(request.Inputs);
        var foreign = accounts.Run.Pools.ForeignNumbers(request.Urn);
        PoolNumber[] others = [.. result.Removed.Where(number => foreign.Contains(number) || !desired.PreviouslyDeclared.Contains(number))];
        if (others.Length > 0)
            request.Log.Warning(PoolMessages.RemovedOthers(desired.Pool, others));
        else if (!authoritative && result.Removed.Count > 0)
            request.Log.Info(PoolMessages.GaveUp(desired.Pool, result.Removed));

        var numbers = NumbersOf(result);
        var missing = numbers.Count(number => !result.Held.Contains(number));
        var added = authoritative ? result.Held.Count(number => !numbers.Contains(number)) : 0;
        if (missing + added > 0)
            request.Log.Info(PoolMessages.Drift(desired.Pool, missing, added));

        var state = new PoolMembershipState
        {
            AccountId = desired.Pool.AccountId,
            PoolId = desired.Pool.PoolId,
            Authoritative = authoritative,
            Numbers = numbers,
            ApiKey = vonage.Client.AccountId,
        };
        return new Outcome<PoolMembershipState>(desired.Pool.ToString(), state) { Problems = PoolMessages.Problems(result) };
    }

    /// <summary>
    /// What the state says after a change: all of a pool that was taken over, and otherwise what was known before with what this run changed. The
    /// rest of the pool is the next refresh's to report.
    /// </summary>
    private static FrozenSet<PoolNumber> NumbersOf(PoolReconciliation result)
    {
        var (desired, held) = (result.Desired, result.Held);
        if (desired.RemovesOthers)
            return held.ToFrozenSet();
        var unchanged = desired.PreviouslyDeclared.Where(number => desired.Declared.Contains(number) || held.Contains(number));
        return unchanged.Concat(desired.Declared.Where(held.Contains)).ToFrozenSet();
    }

    private static PoolAddress? KnownPool(InputRequest<PoolMembershipArgs> request) =>
        request.IsKnown(args => args.AccountId) && request.IsKnown(args => args.PoolId) && request.Inputs is { AccountId: { } account, PoolId: { } pool }
            ? new PoolAddress(account, pool)
            : null;

    private void EnsureNoConflict(InputRequest<PoolMembershipArgs> request, PoolAddress pool)
    {
        if (accounts.Run.Pools.FindConflict(request.Urn, pool, IsAuthoritative(request.Inputs)) is { } other)
            throw PoolMessages.TwoMemberships(pool, request.Urn, other);
    }

    /// <summary>
    /// Warns of the numbers that taking a whole pool over will remove: others put them there, so that no difference of inputs shows them. A preview
    /// does not fail because the pool cannot be read; it may not even exist yet.
    /// </summary>
    private async Task WarnOfTakeoverAsync(InputRequest<PoolMembershipArgs> request, PoolAddress pool, CancellationToken cancellationToken)
    {
        if (!request.IsKnown(args => args.Numbers))
            return;

        try
        {
            var held = await accounts.VonagePools(request.Log).Listings.ListNumbersAsync(pool, cancellationToken);
            WarnOf(request, pool, held);
        }
        catch (Exception failure) when (failure is CarrierException or ResourceException)
        {
            request.Log.Debug($"What will be removed from pool {pool} is not known: {failure.Message}");
        }
    }

    private static void WarnOf(InputRequest<PoolMembershipArgs> request, PoolAddress pool, IEnumerable<PoolNumber> held)
    {
        PoolNumber[] others = [.. held.Where(number => !request.Inputs.Numbers.Contains(number))];
        if (others.Length > 0)
            request.Log.Warning(PoolMessages.TakeoverWarning(pool, others));
    }

    /// <summary>What the membership put into the pool before, and what a refresh found in it, without what other memberships declare.</summary>
    private FrozenSet<PoolNumber> PreviouslyDeclared(UpdateRequest<PoolMembershipArgs, PoolMembershipState> request, PoolAddress pool)
    {
        if (GivesUpAuthority(request.Inputs, request.State))
            return request.State.Numbers.Where(request.Inputs.Numbers.Contains).ToFrozenSet();

        var shared = accounts.Run.Pools.DeclaredByOthers(request.Urn, pool, request.State.Numbers);
        return request.State.Numbers.Where(number => !shared.Contains(number) || request.Inputs.Numbers.Contains(number)).ToFrozenSet();
    }

    private static string? LastSeenBy(PoolMembershipState? state) => state?.ApiKey ?? state?.AccountId;

    /// <summary>Whether the program leaves the rest of the pool to others from now on: what it no longer declares then stays.</summary>
    private static bool GivesUpAuthority(PoolMembershipArgs inputs, PoolMembershipState state) =>
        IsAuthoritative(state) && !IsAuthoritative(inputs);

    /// <summary>Whether the program owns the whole pool from now on.</summary>
    private static bool TakesOver(PoolMembershipArgs inputs, PoolMembershipState state) => IsAuthoritative(inputs) && !IsAuthoritative(state);

    private static bool IsAuthoritative(PoolMembershipArgs args) => args.Authoritative ?? true;
}
