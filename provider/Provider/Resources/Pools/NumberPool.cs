using System.Runtime.CompilerServices;
using PulumiNumbers.Carriers;
using PulumiNumbers.Carriers.Transport;
using PulumiNumbers.Carriers.Vonage.Pools;
using PulumiNumbers.Plugin.Authoring;
using PulumiNumbers.Provider.Accounts;
using PulumiNumbers.Provider.Resources.Memberships;

namespace PulumiNumbers.Provider.Resources.Pools;

/// <summary>A sender pool of Vonage's Number Pools API: the pool itself and its selection rules. Its id is <c>account/pool</c>.</summary>
[ResourceType(Token, """
    A Vonage number pool: a set of sender numbers from which Vonage chooses one for each message, and the rules by which it chooses.

    The numbers themselves are declared with `PoolMembership`. Changing `poolId` or `accountId` replaces the pool.

    Some Vonage accounts cannot delete pools through the API. Deleting the resource then takes the numbers out of the pool and warns
    that Vonage's support must remove what is left.
    """)]
public sealed class NumberPool(CarrierAccounts accounts) : Resource<NumberPoolArgs, NumberPoolState>, ICustomCheck<NumberPoolArgs>, ICustomDiff<NumberPoolArgs, NumberPoolState>, ICustomPreview<NumberPoolArgs, NumberPoolState>, ICustomList, IDeploymentParticipant<NumberPoolArgs, NumberPoolState>
{
    private const string Token = "numbers:index:NumberPool";

    /// <inheritdoc/>
    public Task<NumberPoolArgs> CheckAsync(CheckContext<NumberPoolArgs> check, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(check);
        var account = accounts.PoolAccount(check, args => args.AccountId);
        return Task.FromResult(check.Inputs with
        {
            AccountId = account,
            ReleaseProtection = check.IsKnown(args => args.ReleaseProtection) ? check.Inputs.ReleaseProtection ?? accounts.ReleaseProtection : null,
        });
    }

    /// <inheritdoc/>
    public void Declare(Declaration<NumberPoolArgs> declaration)
    {
        ArgumentNullException.ThrowIfNull(declaration);
        var isKnown = declaration.IsKnown(args => args.AccountId) && declaration.IsKnown(args => args.PoolId);
        accounts.Deployment.Get<PoolDeclarations>().DeclarePool(
            declaration.Urn, isKnown && declaration.Inputs is { AccountId: { } account, PoolId: { } id } ? new PoolAddress(account, id) : null);
    }

    /// <inheritdoc/>
    public void Observe(Observation<NumberPoolArgs, NumberPoolState> observation)
    {
        // Only what is declared counts.
    }

    /// <inheritdoc/>
    public ResourceDiff Diff(DiffRequest<NumberPoolArgs, NumberPoolState> request, ResourceDiff proposed)
    {
        ArgumentNullException.ThrowIfNull(request);
        DeletionGuard.EnsureReplaceable(proposed, request.State.ReleaseProtection, $"vonage: pool {request.Id}", request.Name);
        return proposed;
    }

    /// <inheritdoc/>
    public Task PreviewCreateAsync(
        CreateRequest<NumberPoolArgs> request, StatePreview<NumberPoolState> preview, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.IsKnown(args => args.AccountId) && request.IsKnown(args => args.PoolId)
            && request.Inputs is { AccountId: { } account, PoolId: { } id })
            EnsureDeclaredOnce(request.Urn, new PoolAddress(account, id));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task<Outcome<NumberPoolState>> CreateAsync(
        CreateRequest<NumberPoolArgs> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var desired = Declared(request.Inputs, vonage.AddressOf(request.Inputs.AccountId, request.Inputs.PoolId!));
        EnsureDeclaredOnce(request.Urn, desired.Address);
        CreationResult<Pool> result;
        try
        {
            result = await vonage.Creator.CreateAsync(desired, cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.Conflict)
        {
            throw Exists(desired.Address, request.Name, failure);
        }
        finally
        {
            vonage.Listings.Invalidate(desired.Address);
        }

        return result switch
        {
            { Outcome: CreationOutcome.Created, Item: { } pool } => Outcome(vonage, pool, request.Inputs),
            { Outcome: CreationOutcome.Exists } => throw Exists(desired.Address, request.Name, result.Failure),
            _ => throw PoolMessages.CreationIndeterminate(desired.Address, Token, request.Name, result.Failure),
        };
    }

    /// <inheritdoc/>
    public override async Task<ReadOutcome<NumberPoolArgs, NumberPoolState>?> ReadAsync(
        ReadRequest<NumberPoolArgs, NumberPoolState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var address = vonage.AddressOf(request.Id);
        var pool = await vonage.Listings.FindPoolAsync(address, cancellationToken);
        if (pool is null)
        {
            vonage.EnsureSameAccount(address, request.Urn, LastSeenBy(request.State));
            return null;
        }

        var state = State(vonage, pool, request.State);
        return new ReadOutcome<NumberPoolArgs, NumberPoolState>(
            pool.Address.ToString(), state with { ReleaseProtection = request.Inputs?.ReleaseProtection }, state);
    }

    /// <inheritdoc/>
    public override async Task<Outcome<NumberPoolState>> UpdateAsync(
        UpdateRequest<NumberPoolArgs, NumberPoolState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var address = vonage.AddressOf(request.Id);
        var desired = Declared(request.Inputs, address);
        var patch = new PoolPatch
        {
            Fallback = desired.Fallback == request.State.Fallback ? null : desired.Fallback,
            LocalizedSenderPreferred =
                desired.LocalizedSenderPreferred == request.State.LocalizedSenderPreferred ? null : desired.LocalizedSenderPreferred,
            PredictableSenderPreferred =
                desired.PredictableSenderPreferred == request.State.PredictableSenderPreferred ? null : desired.PredictableSenderPreferred,
        };
        if (patch.IsEmpty)
            return Outcome(vonage, desired, request.Inputs);

        try
        {
            return Outcome(vonage, await vonage.Client.UpdatePoolAsync(address, patch, cancellationToken), request.Inputs);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.NotFound)
        {
            vonage.EnsureSameAccount(address, request.Urn, LastSeenBy(request.State));
            throw PoolMessages.PoolMissing(address, failure);
        }
        finally
        {
            vonage.Listings.Invalidate(address);
        }
    }

    /// <inheritdoc/>
    public override async Task DeleteAsync(DeleteRequest<NumberPoolArgs, NumberPoolState> request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        var address = vonage.AddressOf(request.Id);
        DeletionGuard.EnsureUnprotected(request.State.ReleaseProtection, $"vonage: pool {address}", request.Name);
        bool wasThere;
        try
        {
            wasThere = await vonage.Client.DeletePoolAsync(address, cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.Unsupported)
        {
            wasThere = await EmptyAsync(vonage, address, request, cancellationToken);
        }
        finally
        {
            vonage.Listings.Invalidate(address);
        }

        if (!wasThere)
            vonage.EnsureSameAccount(address, request.Urn, LastSeenBy(request.State));
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ListedResource> ListAsync(
        ListRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var vonage = accounts.VonagePools(request.Log);
        await foreach (var pool in vonage.Client.ListPoolsAsync(vonage.AccountId, cancellationToken))
            yield return new ListedResource(pool.Address.ToString(), pool.Address.PoolId);
    }

    private static ResourceException Exists(PoolAddress pool, string name, CarrierException? failure) =>
        Existing.Resource(Token, name, pool.ToString(), $"vonage: pool {pool} exists already", failure, Existing.DeleteFirst);

    /// <summary>Takes all numbers out of a pool that cannot be deleted, and says what remains. Answers whether the pool is there.</summary>
    private static async Task<bool> EmptyAsync(
        VonagePools vonage, PoolAddress address, DeleteRequest<NumberPoolArgs, NumberPoolState> request, CancellationToken cancellationToken)
    {
        IReadOnlySet<PoolNumber> held;
        PoolReconciliation emptied;
        try
        {
            held = await vonage.Client.ListNumbersAsync(address, cancellationToken);
            emptied = await vonage.Reconciler.RemoveAsync(address, held, new StatusProgress(request.Log), cancellationToken);
        }
        catch (CarrierException failure) when (failure.Kind == CarrierErrorKind.NotFound)
        {
            // Vonage's support has removed it already.
            return false;
        }

        if (!emptied.IsComplete)
            throw PoolMessages.Incomplete($"empty pool {address}, which account {address.AccountId} cannot delete", emptied);
        request.Log.Warning(PoolMessages.Emptied(address, held.Count));
        return true;
    }

    private void EnsureDeclaredOnce(Urn urn, PoolAddress pool)
    {
        if (accounts.Deployment.Get<PoolDeclarations>().FindOtherPool(urn, pool) is { } other)
            throw PoolMessages.TwoPools(pool, urn, other);
    }

    private static string? LastSeenBy(NumberPoolState? state) => state?.ApiKey ?? state?.AccountId;

    private static Pool Declared(NumberPoolArgs args, PoolAddress address) => new()
    {
        Address = address,
        Fallback = args.Fallback ?? PoolFallback.Pool,
        LocalizedSenderPreferred = args.LocalizedSenderPreferred ?? false,
        PredictableSenderPreferred = args.PredictableSenderPreferred ?? false,
    };

    private static Outcome<NumberPoolState> Outcome(VonagePools vonage, Pool pool, NumberPoolArgs inputs) =>
        new(pool.Address.ToString(), State(vonage, pool, inputs));

    private static NumberPoolState State(VonagePools vonage, Pool pool, NumberPoolArgs? own) => new()
    {
        AccountId = pool.Address.AccountId,
        PoolId = pool.Address.PoolId,
        Fallback = pool.Fallback,
        LocalizedSenderPreferred = pool.LocalizedSenderPreferred,
        PredictableSenderPreferred = pool.PredictableSenderPreferred,
        ReleaseProtection = own?.ReleaseProtection,
        ApiKey = vonage.Client.AccountId,
    };
}
